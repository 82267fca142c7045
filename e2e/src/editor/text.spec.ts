import { fillDay } from '../harness/keyboard'
import { expect, test } from './bench'

test.use({ viewport: { width: 1600, height: 1000 } })

test.beforeEach(async ({ bench }) => {
  await bench.open('peers=2')
})

test('opening writes nothing and shows the same twice', async ({ bench }) => {
  expect(await bench.written(0)).toBe(0)
  expect(await bench.written(1)).toBe(0)
  expect(await bench.agree()).toBe(true)
})

test('a keputusan and a tindak lanjut without leaving the keyboard', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.keyboard.type('Penutup')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/k')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Semua OPD membawa inovasi')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/t')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Kirim hasil verval')
  expect(await bench.lines(1, 2)).toEqual([
    'paragraf:Penutup',
    'keputusan:Semua OPD membawa inovasi',
    'tindak-lanjut:Kirim hasil verval',
  ])
  await page.keyboard.press('Tab')
  const line = bench.text(0, 2).locator('.nt-tindak-lanjut')
  await expect(line.getByLabel('Penanggung jawab')).toBeFocused()
  await line.getByLabel('Penanggung jawab').selectOption({ label: 'Dinsos' })
  await page.keyboard.press('Tab')
  await page.keyboard.type('Kepala Dinas')
  // Corrected where it was typed.
  for (const day of ['2026-11-03', '2026-12-20']) await fillDay(page, line.getByLabel('Tenggat'), day)
  await expect(line.getByLabel('Tenggat')).toBeFocused()
  await line.getByLabel('Prioritas').selectOption({ label: 'Mendesak' })
  await line.getByLabel('Strategi').selectOption({ index: 1 })
  const items = (await bench.content(1)).items
  expect(items[2]?.lines[2]?.attrs).toMatchObject({
    owner: '0190a000-0000-7000-8000-000000000004',
    jabatan: 'Kepala Dinas',
    tenggat: '2026-12-20',
    prioritas: 'mendesak',
    strategi: 'a',
  })
  const other = bench.text(1, 2).locator('.nt-tindak-lanjut')
  await expect(other.getByLabel('Penanggung jawab')).toHaveValue('0190a000-0000-7000-8000-000000000004')
  await page.keyboard.press('Escape')
  await page.keyboard.type(' segera')
  expect((await bench.lines(1, 2))[2]).toBe('tindak-lanjut:Kirim hasil verval segera')
  expect(await bench.agree()).toBe(true)
})

test('a page that loads anew takes neither the caret nor what can be undone', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.keyboard.type('Sebelum')
  await bench.again()
  await page.keyboard.type(' dan sesudah')
  await expect.poll(() => bench.lines(1, 2)).toEqual(['paragraf:Sebelum dan sesudah'])
  await page.keyboard.press('Control+z')
  expect((await bench.lines(1, 2)).join()).not.toContain('sesudah')
})

test('Enter, Backspace, Tab and what is typed at the start of a line', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.keyboard.type('- satu')
  await page.keyboard.press('Enter')
  await page.keyboard.type('dua')
  await page.keyboard.press('Tab')
  expect(await bench.lines(1, 2)).toEqual(['butir:satu', 'butir.1:dua'])
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  expect(await bench.lines(1, 2)).toEqual(['butir:satu', 'paragraf:dua'])
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' dan ')
  expect(await bench.lines(1, 2)).toEqual(['butir:satu dan dua'])
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1. tiga')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Bagian')
  await page.keyboard.press('Alt+ArrowUp')
  expect(await bench.lines(1, 2)).toEqual(['butir:satu dan dua', 'judul.1:Bagian', 'nomor:tiga'])
  expect(await bench.agree()).toBe(true)
})

test('keys faster than the browser tells of the caret', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.keyboard.type('satu dua')
  await page.keyboard.press('Home')
  // All in one task: no selectionchange comes between.
  await page.evaluate(() => {
    const text = document.activeElement
    const key = (name: string) =>
      text?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
    getSelection()?.modify('move', 'forward', 'word')
    key('Enter')
    const { bench: inside } = window as unknown as {
      bench: { type(n: number, item: number, text: string): void }
    }
    getSelection()?.modify('move', 'forward', 'lineboundary')
    inside.type(1, 2, '')
    key('Enter')
  })
  expect(await bench.lines(1, 2)).toEqual(['paragraf:satu', 'paragraf: dua', 'paragraf:'])
})

test('a caret moved just before another’s is drawn stays where it was moved', async ({ bench, page }) => {
  await bench.text(1, 2).click()
  await page.keyboard.type('dua')
  await expect(bench.text(0, 2)).toContainText('dua')
  await bench.text(0, 2).click()
  await page.keyboard.press('End')
  await expect(bench.text(0, 2).locator('.nt-caret')).toBeAttached()
  // In one frame: the browser moves the caret, then the other's caret goes; no selectionchange comes between.
  await page.evaluate(
    () =>
      new Promise<void>(done => {
        const { bench: inside } = window as unknown as {
          bench: { blur(n: number): void }
        }
        requestAnimationFrame(() => {
          getSelection()?.modify('move', 'backward', 'lineboundary')
          requestAnimationFrame(() => done())
        })
        inside.blur(1)
      }),
  )
  await page.keyboard.type('satu ')
  expect(await bench.lines(1, 2)).toEqual(['paragraf:satu dua'])
})

test('two people in one line, Enter in the middle while the other types at its end', async ({
  bench,
  page,
}) => {
  await bench.text(0, 0).locator('.nt-line').first().click()
  await bench.hold()
  await page.keyboard.press('Home')
  for (let i = 0; i < 'Rapat dibuka'.length; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await bench.text(1, 0).locator('.nt-line').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Hadir 40 orang.')
  await bench.release()
  const lines = await bench.lines(0, 0)
  expect(lines[0]).toBe('paragraf:Rapat dibuka')
  expect(lines[1]).toBe('paragraf: pukul 09.05 WIB oleh Wakil Bupati selaku ketua TKPKD. Hadir 40 orang.')
  expect(await bench.agree()).toBe(true)
})

test('a composition goes on while another person types in the same line and above it', async ({
  bench,
  page,
}) => {
  const first = bench.text(0, 0).locator('.nt-line').first()
  await first.click()
  await page.keyboard.press('End')
  const ime = await bench.composer()
  await ime.compose('ni')
  await ime.compose('nih')
  // The other one writes through their own document while the composition is open here.
  await page.evaluate(() => {
    const { bench: inside } = window as unknown as {
      bench: { type(n: number, item: number, text: string): void }
    }
    inside.type(1, 0, 'Catatan. ')
  })
  await ime.compose('niho')
  await expect(first).toContainText('niho')
  await ime.commit('日本')
  await expect
    .poll(() => bench.lines(0, 0))
    .toEqual([
      'paragraf:Catatan. Rapat dibuka pukul 09.05 WIB oleh Wakil Bupati selaku ketua TKPKD.日本',
      'kutipan:Setiap OPD datang dengan inovasi dan mitra, bukan hanya dengan laporan.',
    ])
  await expect.poll(() => bench.agree()).toBe(true)
  await page.keyboard.type('!')
  expect((await bench.lines(1, 0))[0]).toMatch(/TKPKD\.日本!$/)
})

test('a composition replaced and abandoned leaves no trace', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  const ime = await bench.composer()
  await ime.compose('ka')
  await ime.compose('')
  await page.keyboard.type('kata')
  await expect.poll(() => bench.lines(1, 2)).toEqual(['paragraf:kata'])
  expect(await bench.agree()).toBe(true)
})

test('mentions, marks and links', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.keyboard.type('Oleh @perk')
  await expect(page.getByRole('listbox').getByRole('option')).toContainText(['Perkim'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('segera')
  expect(await bench.lines(1, 2)).toEqual(['paragraf:Oleh {Perkim} segera'])
  for (let i = 0; i < 'segera'.length; i++) await page.keyboard.press('Shift+ArrowLeft')
  await bench.peer(0).getByRole('button', { name: 'Tebal', exact: true }).click()
  await expect(bench.peer(0).getByRole('button', { name: 'Tebal', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await bench.peer(0).getByRole('button', { name: 'Tautan' }).click()
  await page.getByLabel('Alamat tautan').fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Alamat tautan').fill('mukomukokab.go.id')
  await page.keyboard.press('Enter')
  const spans = (await bench.content(1)).items[2]?.lines[0]?.spans
  expect(spans?.at(-1)).toMatchObject({
    text: 'segera',
    marks: { bold: true, link: { href: 'https://mukomukokab.go.id' } },
  })
})

test('Urungkan takes back one’s own work only', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.keyboard.type('punya saya')
  await bench.text(1, 1).locator('.nt-butir').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Tambahan.')
  await bench.text(0, 2).click()
  await page.keyboard.press('Control+z')
  expect(await bench.lines(1, 2)).toEqual([])
  expect((await bench.lines(0, 1))[1]).toMatch(/Tambahan\.$/)
  await bench.peer(0).getByRole('button', { name: 'Ulangi' }).click()
  expect(await bench.lines(1, 2)).toEqual(['paragraf:punya saya'])
})

test('a table: cells, rows and columns, by keyboard and by menu', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await bench.peer(0).getByRole('button', { name: 'Tabel', exact: true }).click()
  await page.keyboard.type('A')
  await page.keyboard.press('Tab')
  await page.keyboard.type('B')
  for (let i = 0; i < 5; i++) await page.keyboard.press('Tab')
  await page.keyboard.type('baris ketiga')
  expect(await bench.lines(1, 2)).toEqual(['tabel: [A|B| ; || ; baris ketiga||]', 'paragraf:'])
  const menu = bench.text(0, 2).getByRole('button', { name: 'Menu tabel' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Tambah kolom di kiri' }).click()
  await page.keyboard.type('kiri')
  await menu.click()
  await page.getByRole('menuitem', { name: 'Hapus baris' }).click()
  expect(await bench.lines(1, 2)).toEqual(['tabel: [|A|B| ; |||]', 'paragraf:'])
  // Another person writes in the same cell at the same time.
  await bench.text(1, 2).locator('td > .nt-text').nth(1).click()
  await page.keyboard.type('1')
  expect(await bench.lines(0, 2)).toEqual(['tabel: [|A1|B| ; |||]', 'paragraf:'])
  await menu.click()
  await page.getByRole('menuitem', { name: 'Hapus tabel' }).click()
  expect(await bench.lines(1, 2)).toEqual(['paragraf:'])
  await page.getByRole('button', { name: 'Urungkan' }).last().click()
  expect(await bench.lines(1, 2)).toEqual(['tabel: [|A1|B| ; |||]', 'paragraf:'])
  expect(await bench.agree()).toBe(true)
})

test('paste from Word keeps headings, lists and tables', async ({ bench, page }) => {
  await bench.text(0, 2).click()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      `<h2>Hasil</h2><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Satu</p>
       <table><tr><td>Desa</td><td>KK</td></tr><tr><td>Ipuh</td><td><b>12</b></td></tr></table><script>1</script>`,
    )
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  expect(await bench.lines(1, 2)).toEqual([
    'judul.1:Hasil',
    'butir:Satu',
    'tabel: [Desa|KK ; Ipuh|12]',
    'paragraf:',
  ])
  expect(await bench.agree()).toBe(true)
})

test('cut and paste of lines within the document keeps what they are', async ({ bench, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const line = bench.text(0, 1).locator('.nt-tindak-lanjut .nt-words')
  const before = (await bench.content(0)).items[1]?.lines.find(each => each.kind === 'tindak-lanjut')
  await bench.text(0, 1).locator('.nt-keputusan .nt-words').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await line.click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+x')
  await bench.text(0, 2).click()
  await page.keyboard.press('Control+v')
  expect((await bench.lines(1, 2))[0]).toContain(before?.spans[0]?.text)
  expect(await bench.agree()).toBe(true)
})
