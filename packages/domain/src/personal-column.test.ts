import { describe, expect, it } from 'vitest'
import { isPersonalColumn } from './personal-column'

describe('a column', () => {
  it('[IV1] that is about persons is known by its head', () => {
    const persons = [
      ...[
        'NIK',
        'No. NIK',
        'nik_kk',
        'No KK',
        'NO_KK',
        'Nomor Kartu Keluarga',
        'KTP',
        'Nama',
        'NAMA LENGKAP',
      ],
      ...['nama_krt', 'Nama Kepala Keluarga', 'name', 'Alamat', 'alamat rumah', 'Tanggal Lahir', 'tgl_lahir'],
      ...['Tempat/Tanggal Lahir', 'No HP', 'e-mail', 'Kepala Keluarga', 'NoKK'],
    ]
    expect(persons.filter(head => !isPersonalColumn(head))).toEqual([])
  })

  it('[IV1] that is about places, indicators and counts is not', () => {
    const others = [
      ...['kode_wilayah', 'wilayah', 'Nama Kecamatan', 'nama_desa', 'Nama Indikator', 'tahun', 'Jumlah KK'],
      ...['tanggal', 'tanggal_data', 'nilai', 'sumber', 'teknik', 'klinik', 'satuan', 'jumlah penduduk', ''],
    ]
    expect(others.filter(isPersonalColumn)).toEqual([])
  })
})
