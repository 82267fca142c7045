import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './bench'

test.use({ viewport: { width: 1600, height: 1000 } })

test.describe('the agenda', () => {
  test.beforeEach(async ({ bench }) => {
    await bench.open('peers=2')
  })

  test('two people in one title', async ({ bench, page }) => {
    const mine = bench.item(0, 2).getByLabel('Judul acara 3')
    const theirs = bench.item(1, 2).getByLabel('Judul acara 3')
    await bench.hold()
    await mine.click()
    await page.keyboard.press('Home')
    await page.keyboard.type('A: ')
    await theirs.click()
    await page.keyboard.press('End')
    await page.keyboard.type(' (10 menit)')
    await bench.release()
    await expect(mine).toHaveValue('A: Keputusan, tindak lanjut dan penutup (10 menit)')
    await expect(theirs).toHaveValue('A: Keputusan, tindak lanjut dan penutup (10 menit)')
    // The caret stays where it was typing.
    await page.keyboard.type('!')
    await expect(mine).toHaveValue('A: Keputusan, tindak lanjut dan penutup (10 menit)!')
  })

  test('a composition in a title survives what another person types in it', async ({ bench }) => {
    const mine = bench.item(0, 2).getByLabel('Judul acara 3')
    await mine.click()
    await mine.press('End')
    const ime = await bench.composer()
    await ime.compose('ni')
    const theirs = bench.item(1, 2).getByLabel('Judul acara 3')
    await theirs.evaluate(field => {
      const area = field as HTMLTextAreaElement
      area.setRangeText('8. ', 0, 0, 'end')
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await ime.compose('nih')
    await ime.commit('日')
    await expect(mine).toHaveValue('8. Keputusan, tindak lanjut dan penutup日')
    await expect(theirs).toHaveValue('8. Keputusan, tindak lanjut dan penutup日')
  })

  test('durations as people write them, and the sum', async ({ bench }) => {
    const minutes = bench.item(0, 2).getByLabel('Durasi acara 3')
    for (const [typed, expected] of [
      ['90m', 90],
      ['1,5j', 90],
      ['1:30', 90],
      ['20', 20],
    ] as const) {
      await minutes.fill(typed)
      await minutes.press('Enter')
      expect((await bench.content(1)).items[2]?.minutes).toBe(expected)
    }
    await expect(bench.peer(1).locator('.nt-sum')).toContainText('1 jam 5 menit')
    await minutes.fill('sebentar')
    await minutes.press('Enter')
    await expect(bench.item(0, 2).getByRole('alert')).toContainText('90m')
    await minutes.fill('4j')
    await minutes.press('Enter')
    await expect(bench.peer(1).locator('.nt-sum')).toContainText('Melebihi 1 jam 45 menit')
    await bench.item(0, 2).getByLabel('Penyaji acara 3').selectOption('Dinkes')
    expect((await bench.content(1)).items[2]?.presenter).toBe('Dinkes')
  })

  test('order by key, by menu and by dragging', async ({ bench, page }) => {
    const titles = async () => (await bench.content(1)).items.map(item => item.title.slice(0, 10))
    await bench.item(0, 2).getByRole('button', { name: 'Pindahkan acara 3' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    expect(await titles()).toEqual(['Pembukaan ', 'Keputusan,', 'Penanganan'])
    await expect(bench.item(0, 1).getByRole('button', { name: 'Pindahkan acara 2' })).toBeFocused()
    await bench.item(0, 1).getByRole('button', { name: 'Menu acara 2' }).click()
    await page.getByRole('menuitem', { name: 'Pindahkan ke…' }).click()
    await page.getByRole('menuitem', { name: 'Ke urutan 1' }).click()
    expect(await titles()).toEqual(['Keputusan,', 'Pembukaan ', 'Penanganan'])
    const handle = await bench.item(0, 0).getByRole('button', { name: 'Pindahkan acara 1' }).boundingBox()
    const below = await bench.item(0, 2).boundingBox()
    if (!handle || !below) throw new Error('nothing to drag')
    await page.mouse.move(handle.x + 10, handle.y + 10)
    await page.mouse.down()
    await page.mouse.move(handle.x + 10, below.y - 20, { steps: 5 })
    await page.mouse.up()
    expect(await titles()).toEqual(['Pembukaan ', 'Keputusan,', 'Penanganan'])
  })

  test('adding and deleting an item, with Urungkan', async ({ bench, page }) => {
    await bench.peer(0).getByRole('button', { name: 'Tambah acara', exact: true }).click()
    await page.keyboard.type('Lain-lain')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Tidak ada.')
    expect((await bench.content(1)).items[3]).toMatchObject({ title: 'Lain-lain' })
    expect(await bench.lines(1, 3)).toEqual(['paragraf:Tidak ada.'])
    await bench.item(0, 3).getByRole('button', { name: 'Menu acara 4' }).click()
    await page.getByRole('menuitem', { name: 'Hapus acara' }).click()
    expect((await bench.content(1)).items).toHaveLength(3)
    await page.getByRole('button', { name: 'Urungkan' }).last().click()
    expect(await bench.lines(1, 3)).toEqual(['paragraf:Tidak ada.'])
  })
})

test.describe('together', () => {
  test('carets carry names, and following the notulis scrolls', async ({ bench, page }) => {
    await page.setViewportSize({ width: 1600, height: 500 })
    await bench.open('peers=2')
    await bench.text(0, 0).locator('.nt-line').first().click()
    await expect(bench.text(1, 0).locator('.nt-caret-name')).toHaveText('Rina Contoh')
    await expect(bench.peer(1).locator('.nt-present li')).toHaveCount(2)
    const follow = bench.peer(1).getByRole('button', { name: 'Ikuti notulis' })
    await follow.click()
    await expect(follow).toHaveAttribute('aria-pressed', 'true')
    await bench.peer(0).evaluate(() => window.scrollTo(0, 0))
    await bench
      .text(0, 1)
      .locator('td > .nt-text')
      .last()
      .evaluate(cell => (cell as HTMLElement).focus({ preventScroll: true }))
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100)
    await page.mouse.wheel(0, -100)
    await expect(follow).toHaveAttribute('aria-pressed', 'false')
  })

  test('what others insert above does not move the line one types in', async ({ bench, page }) => {
    await page.setViewportSize({ width: 1600, height: 700 })
    await bench.open('peers=2')
    const line = bench.text(0, 1).locator('.nt-keputusan')
    await line.locator('.nt-words').click()
    const before = (await line.boundingBox())?.y ?? 0
    await page.evaluate(() => {
      const { bench: inside } = window as unknown as {
        bench: { type(n: number, item: number, text: string): void }
      }
      inside.type(1, 0, 'Kalimat panjang yang mendorong semua yang di bawahnya. '.repeat(30))
    })
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    const after = (await line.boundingBox())?.y ?? 0
    expect(Math.abs(after - before)).toBeLessThan(2)
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(50)
  })

  test('says whether it is saved, and holds back leaving only then', async ({ bench, page }) => {
    await bench.open('peers=1')
    const status = bench.peer(0).locator('.nt-save [role=status]')
    const asks = () =>
      page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
    await bench.hold()
    await bench.text(0, 2).click()
    await page.keyboard.type('x')
    await expect(status).toHaveText('Menyimpan…')
    expect(await asks()).toBe(true)
    await bench.save(0, { kind: 'offline', unsent: 1, keptIn: 'device' })
    await expect(status).toContainText('Luring – tersimpan di perangkat ini')
    expect(await asks()).toBe(true)
    await bench.save(0, { kind: 'saved', at: Date.UTC(2026, 10, 24, 3, 42, 7) })
    await expect(status).toHaveText('Tersimpan 10.42.07')
    expect(await asks()).toBe(false)
    await bench.save(0, { kind: 'failed', code: 'forbidden', unsent: 1 })
    await expect(status).toContainText('Gagal tersimpan')
    await expect(bench.text(0, 2)).toHaveAttribute('contenteditable', 'false')
    expect(await asks()).toBe(true)
  })

  test('reading only: no tools, no fields, same words', async ({ bench }) => {
    await bench.open('peers=1&read')
    await expect(bench.peer(0).getByRole('toolbar')).toHaveCount(0)
    await expect(bench.text(0, 1)).toHaveAttribute('contenteditable', 'false')
    await expect(bench.text(0, 1).locator('.nt-facts')).toContainText('Perkim')
    await expect(bench.peer(0).getByRole('button', { name: 'Tambah acara' })).toHaveCount(0)
    expect(await bench.written(0)).toBe(0)
  })
})

test.describe('accessibility', () => {
  for (const [name, query, width] of [
    ['writing', 'peers=1', 1280],
    ['writing, dark, narrow', 'peers=1&theme=dark', 360],
    ['reading, English', 'peers=1&read&locale=en', 1280],
  ] as const) {
    test(`axe finds nothing: ${name}`, async ({ bench, page }) => {
      await page.setViewportSize({ width, height: 800 })
      await bench.open(query)
      if (!query.includes('read')) {
        await bench.text(0, 2).click()
        await page.keyboard.type('/')
      }
      const { violations } = await new AxeBuilder({ page }).include('.nt-desk').analyze()
      expect(violations.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
    })
  }

  test('fits 360 px: tools at the foot while writing, targets of a finger', async ({ browser, address }) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    await page.goto(`${address}?peers=1`)
    await page.locator('.nt-desk .nt-foot').waitFor()
    await page.locator('.nt-text').first().tap()
    const tools = page.getByRole('toolbar')
    await expect(tools).toBeInViewport()
    const box = await tools.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(700)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.nt-desk button, .nt-fact-control, .nt-meta-field')]
        .filter(each => each.getBoundingClientRect().height > 0 && !each.matches('.nt-item-handle'))
        .filter(each => each.getBoundingClientRect().height < 41)
        .map(each => each.className),
    )
    expect(small).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await context.close()
  })
})
