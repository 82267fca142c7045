// The tables of ../../data, an extract of idn-area-data 4.0.1 under ODbL 1.0 (../../data/LICENSE-ODbL.md).

export const DISTRICTS_CSV = `code,regency_code,name
17.06.01,17.06,Lubuk Pinang
17.06.02,17.06,Kota Mukomuko
17.06.03,17.06,Teras Terunjam
17.06.04,17.06,Pondok Suguh
17.06.05,17.06,Ipuh
17.06.06,17.06,Malin Deman
17.06.07,17.06,Air Rami
17.06.08,17.06,Teramang Jaya
17.06.09,17.06,Selagan Raya
17.06.10,17.06,Penarik
17.06.11,17.06,XIV Koto
17.06.12,17.06,V Koto
17.06.13,17.06,Air Manjunto
17.06.14,17.06,Air Dikit
17.06.15,17.06,Sungai Rumbai
`

export const VILLAGES_CSV = `code,district_code,name
17.06.01.2005,17.06.01,Suka Pindah
17.06.01.2006,17.06.01,Lubuk Pinang
17.06.01.2007,17.06.01,Arah Tiga
17.06.01.2008,17.06.01,Lubuk Gedang
17.06.01.2009,17.06.01,Tanjung Alai
17.06.01.2013,17.06.01,Sumber Makmur
17.06.01.2018,17.06.01,Ranah Karya
17.06.02.1009,17.06.02,Pasar Mukomuko
17.06.02.1017,17.06.02,Koto Jaya
17.06.02.1018,17.06.02,Bandar Ratu
17.06.02.2007,17.06.02,Pasar Sebelah
17.06.02.2008,17.06.02,Ujung Padang
17.06.02.2010,17.06.02,Pondok Batu
17.06.02.2011,17.06.02,Tanah Rekah
17.06.02.2012,17.06.02,Selagan Jaya
17.06.02.2019,17.06.02,Tanah Harapan
17.06.03.2008,17.06.03,Teras Terunjam
17.06.03.2009,17.06.03,Pondok Kopi
17.06.03.2013,17.06.03,Setia Budi
17.06.03.2014,17.06.03,Tunggal Jaya
17.06.03.2024,17.06.03,Talang Kuning
17.06.03.2025,17.06.03,Teruntung
17.06.03.2026,17.06.03,Karang Jaya
17.06.03.2027,17.06.03,Mekar Jaya
17.06.04.2001,17.06.04,Air Bikuk
17.06.04.2004,17.06.04,Tunggang
17.06.04.2005,17.06.04,Pondok Suguh
17.06.04.2006,17.06.04,Air Berau
17.06.04.2010,17.06.04,Air Hitam
17.06.04.2014,17.06.04,Pondok Kandang
17.06.04.2022,17.06.04,Bumi Mekar Jaya
17.06.04.2027,17.06.04,Lubuk Bento
17.06.04.2029,17.06.04,Sinar Laut
17.06.04.2030,17.06.04,Karya Mulya
17.06.04.2031,17.06.04,Teluk Bakung
17.06.05.2004,17.06.05,Air Buluh
17.06.05.2005,17.06.05,Pulau Baru
17.06.05.2006,17.06.05,Pasar Ipuh
17.06.05.2007,17.06.05,Medan Jaya
17.06.05.2008,17.06.05,Sibak
17.06.05.2009,17.06.05,Semundam
17.06.05.2014,17.06.05,Retak Ilir
17.06.05.2015,17.06.05,Tanjung Harapan
17.06.05.2017,17.06.05,Tanjung Jaya
17.06.05.2023,17.06.05,Manunggal Jaya
17.06.05.2028,17.06.05,Pulai Payung
17.06.05.2029,17.06.05,Tanjung Medan
17.06.05.2030,17.06.05,Tirta Mulya
17.06.05.2033,17.06.05,Pasar Baru
17.06.05.2034,17.06.05,Pulau Makmur
17.06.05.2035,17.06.05,Mundam Marap
17.06.06.2001,17.06.06,Talang Arah
17.06.06.2002,17.06.06,Serami Baru
17.06.06.2003,17.06.06,Lubuk Talang
17.06.06.2004,17.06.06,Gajah Makmur
17.06.06.2005,17.06.06,Semambang Makmur
17.06.06.2006,17.06.06,Talang Baru
17.06.06.2007,17.06.06,Air Merah
17.06.07.2001,17.06.07,Arga Jaya
17.06.07.2002,17.06.07,Air Rami
17.06.07.2003,17.06.07,Rami Mulya
17.06.07.2004,17.06.07,Talang Rio
17.06.07.2005,17.06.07,Makmur Jaya
17.06.07.2006,17.06.07,Marga Mulia
17.06.07.2007,17.06.07,Mekar Jaya
17.06.07.2008,17.06.07,Dusun Pulau
17.06.07.2009,17.06.07,Bukit Harapan
17.06.07.2010,17.06.07,Tirta Kencana
17.06.07.2011,17.06.07,Cinta Asih
17.06.07.2012,17.06.07,Bukit Mulya
17.06.08.2001,17.06.08,Pasar Bantal
17.06.08.2002,17.06.08,Nenggalo
17.06.08.2003,17.06.08,Pondok Baru
17.06.08.2004,17.06.08,Bunga Tanjung
17.06.08.2005,17.06.08,Bandar Jaya
17.06.08.2006,17.06.08,Teramang Jaya
17.06.08.2007,17.06.08,Brangan Mulya
17.06.08.2008,17.06.08,Sido Makmur
17.06.08.2009,17.06.08,Lubuk Selandak
17.06.08.2010,17.06.08,Nelan Indah
17.06.08.2011,17.06.08,Mandi Angin Jaya
17.06.08.2012,17.06.08,Batu Ejung
17.06.08.2013,17.06.08,Pernyah
17.06.09.2001,17.06.09,Sungai Ipuh
17.06.09.2002,17.06.09,Lubuk Sahung
17.06.09.2003,17.06.09,Surian Bungkal
17.06.09.2004,17.06.09,Sungai Gading
17.06.09.2005,17.06.09,Pondok Baru
17.06.09.2006,17.06.09,Sungai Jerinjing
17.06.09.2007,17.06.09,Lubuk Bangko
17.06.09.2008,17.06.09,Talang Buai
17.06.09.2009,17.06.09,Aur Cina
17.06.09.2010,17.06.09,Talang Medan
17.06.09.2011,17.06.09,Sungai Ipuh Satu
17.06.09.2012,17.06.09,Sungai Ipuh Dua
17.06.10.2001,17.06.10,Penarik
17.06.10.2002,17.06.10,Lubuk Mukti
17.06.10.2003,17.06.10,Bumi Mulya
17.06.10.2004,17.06.10,Suka Maju
17.06.10.2005,17.06.10,Bukit Makmur
17.06.10.2006,17.06.10,Sumber Mulya
17.06.10.2007,17.06.10,Sido Dadi
17.06.10.2008,17.06.10,Maju Makmur
17.06.10.2009,17.06.10,Sendang Mulyo
17.06.10.2010,17.06.10,Marga Mulya Sakti
17.06.10.2011,17.06.10,Wonosobo
17.06.10.2012,17.06.10,Mekar Mulya
17.06.10.2013,17.06.10,Sido Mulyo
17.06.10.2014,17.06.10,Marga Mukti
17.06.11.2001,17.06.11,Lubuk Sanai
17.06.11.2002,17.06.11,Rawa Mulya
17.06.11.2003,17.06.11,Rawa Bangun
17.06.11.2004,17.06.11,Tanjung Mulya
17.06.11.2005,17.06.11,Pauh Terenja
17.06.11.2006,17.06.11,Dusun Baru Pelokan
17.06.11.2007,17.06.11,Lubuk Sanai II
17.06.11.2009,17.06.11,Lubuk Sanai III
17.06.12.2001,17.06.12,Lalang Luas
17.06.12.2002,17.06.12,Resno
17.06.12.2003,17.06.12,Pondok Panjang
17.06.12.2004,17.06.12,Talang Petai
17.06.12.2005,17.06.12,Sungai Lintang
17.06.12.2006,17.06.12,Pondok Tengah
17.06.12.2007,17.06.12,Talang Sakti
17.06.12.2008,17.06.12,Talang Sepakat
17.06.12.2009,17.06.12,Lubuk Cabau
17.06.12.2010,17.06.12,Sungai Rengas
17.06.13.2001,17.06.13,Pondok Makmur
17.06.13.2002,17.06.13,Manjunto Jaya
17.06.13.2003,17.06.13,Tirta Makmur
17.06.13.2004,17.06.13,Agung Jaya
17.06.13.2005,17.06.13,Tirta Mulya
17.06.13.2006,17.06.13,Kota Praja
17.06.13.2007,17.06.13,Sinar Jaya
17.06.13.2008,17.06.13,Sido Makmur
17.06.14.2001,17.06.14,Dusun Baru V Koto
17.06.14.2002,17.06.14,Air Dikit
17.06.14.2003,17.06.14,Pondok Lunang
17.06.14.2004,17.06.14,Sari Bulan
17.06.14.2005,17.06.14,Sari Makmur
17.06.14.2006,17.06.14,Sumber Sari
17.06.14.2007,17.06.14,Air Kasai
17.06.15.2001,17.06.15,Retak Mudik
17.06.15.2002,17.06.15,Padang Gading
17.06.15.2003,17.06.15,Gajah Mati
17.06.15.2004,17.06.15,Mekar Sari
17.06.15.2005,17.06.15,Sido Dadi
17.06.15.2006,17.06.15,Sumber Makmur
17.06.15.2007,17.06.15,Talang Gading
17.06.15.2008,17.06.15,Gading Jaya
17.06.15.2009,17.06.15,Banjar Sari
`
