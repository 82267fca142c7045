import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { ids, shown, stateOf } from '../text/testing-text'
import { linesFromDom } from './from-html'
import { pasteLines } from './insert'
import { linesFromText, type PastedLine, plainLine } from './pasted'

const html = (body: string): PastedLine[] =>
  linesFromDom(parseHTML(`<html><body>${body}</body></html>`).document.body)

const words = (line: PastedLine): string =>
  line.spans
    .map(span => {
      if ('mention' in span) return `{${span.mention.label}}`
      if ('indicator' in span) return `{#${span.indicator.label}}`
      if ('embed' in span) return '{?}'
      const marks = Object.keys(span.marks).join(',')
      return marks ? `<${marks}>${span.text}</>` : span.text
    })
    .join('')

const short = (lines: readonly PastedLine[]): string[] =>
  lines.map(line =>
    line.rows
      ? `tabel ${line.rows.map(row => row.map(cell => cell.map(words).join('/')).join('|')).join(' ; ')}`
      : `${line.kind}${line.level ? `.${line.level}` : ''}: ${words(line)}`,
  )

describe('paste from Word', () => {
  it('reads its lists by style, with levels, and drops the sign', () => {
    const lines = html(`
      <p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>Satu<o:p></o:p></p>
      <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Dalam</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Pertama</p>`)
    expect(short(lines)).toEqual(['butir: Satu', 'butir.1: Dalam', 'nomor: Pertama'])
  })

  it('keeps headings, marks and links, and drops the rest', () => {
    const lines = html(`
      <style>p{}</style><h1 style="mso-x:y"><b>Hasil</b></h1>
      <p class=MsoNormal>Rapat <b>memutuskan</b> <span style="font-weight:700;font-style:italic">segera</span> <a href="javascript:alert(1)">ini</a> <a href="https://bps.go.id">BPS</a><img src=x></p>
      <script>alert(1)</script><p>&nbsp;</p>`)
    expect(short(lines)).toEqual([
      'judul: Hasil',
      'paragraf: Rapat <bold>memutuskan</> <bold,italic>segera</> ini <href>BPS</>',
    ])
  })

  it('turns a table into a table that is never ragged, and unwraps one of a single cell', () => {
    expect(
      short(
        html(
          '<table><tr><td colspan=2>A</td></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr><tr><td>x</td></tr></table>',
        ),
      ),
    ).toEqual(['tabel A| ; 1|2/3 ; x|'])
    expect(short(html('<table><tr><td><p>a</p><ul><li>b</li></ul></td></tr></table>'))).toEqual([
      'paragraf: a',
      'butir: b',
    ])
  })
})

describe('paste of HTML', () => {
  it('flattens nested lists to levels', () => {
    const lines = html('<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li><p>e</p></li></ul>')
    expect(short(lines)).toEqual(['butir: a', 'nomor.1: b', 'butir.2: c', 'nomor.1: d', 'butir: e'])
  })

  it('does not take the wrapper of Google Docs for bold', () => {
    expect(
      short(
        html('<b style="font-weight:normal"><p>biasa <span style="font-weight:700">tebal</span></p></b>'),
      ),
    ).toEqual(['paragraf: biasa <bold>tebal</>'])
  })

  it('brings a line of a notula back with its facts and its name', () => {
    const [line] = html(
      '<p data-kind="tindak-lanjut" data-level="0" data-line="x9" data-owner="o1" data-tenggat="2026-12-01">Kirim <span class="nt-mention" data-kind="opd" data-id="o1" data-label="Perkim">@Perkim</span></p>',
    )
    expect(line).toMatchObject({
      kind: 'tindak-lanjut',
      id: 'x9',
      attrs: { owner: 'o1', tenggat: '2026-12-01' },
    })
    expect(line && words(line)).toBe('Kirim {Perkim}')
  })
})

it('[N31] brings an indicator back that was copied from a notula, without what it stood at', () => {
  const [line] = html(
    '<p data-kind="paragraf">Kini <span class="nt-angka" data-id="i1" data-label="Stunting">Stunting 4,73%</span></p>',
  )
  expect(line && words(line)).toBe('Kini {#Stunting}')
})

describe('paste of plain text', () => {
  it('understands the lists of a chat', () => {
    expect(short(linesFromText('Hasil:\n- satu\n  - dua\n3) tiga\n\n'))).toEqual([
      'paragraf: Hasil:',
      'butir: satu',
      'butir.1: dua',
      'nomor: tiga',
    ])
  })
})

describe('putting pasted lines into the text', () => {
  const put = (state: Parameters<typeof pasteLines>[0], lines: readonly PastedLine[]) => {
    const { tr, tables } = pasteLines(state, lines)
    return { state: state.apply(tr), tables }
  }

  it('continues words with one line, and opens up for several', () => {
    expect(shown(put(stateOf([{ words: 'a|b' }]), [plainLine('X')]).state)).toEqual(['aX|b'])
    const three = put(stateOf([{ kind: 'butir', words: 'a|b' }]), [
      plainLine('X'),
      plainLine('Y'),
      plainLine('Z'),
    ])
    expect(shown(three.state)).toEqual(['butir:aX', 'Y', 'Z|b'])
    expect(ids(three.state)[0]).toBe('l1')
  })

  it('gives an empty line the kind of the first', () => {
    const next = put(stateOf([{ words: '|' }, { words: 'z' }]), [
      plainLine('X', 'butir'),
      plainLine('Y', 'butir', 1),
    ])
    expect(shown(next.state)).toEqual(['butir:X', 'butir.1:Y|', 'z'])
    expect(ids(next.state)).toEqual(['l1', null, 'l2'])
  })

  it('puts lines cut from here back whole, with their names', () => {
    const cut: PastedLine = { ...plainLine('kirim', 'tindak-lanjut'), id: 't7', attrs: { owner: 'o1' } }
    const next = put(stateOf([{ words: 'a' }, { words: '|' }]), [cut])
    expect(shown(next.state)).toEqual(['a', 'tindak-lanjut:kirim|'])
    expect(ids(next.state)).toEqual(['l1', 't7'])
  })

  it('says which table is to be filled', () => {
    const table: PastedLine = { ...plainLine('', 'tabel'), rows: [[[plainLine('x')]]] }
    const empty = put(stateOf([{ words: '|' }]), [table])
    expect(shown(empty.state)).toEqual(['tabel:|', ''])
    expect(empty.tables.map(({ index }) => index)).toEqual([0])
    const amid = put(stateOf([{ words: 'a|b' }]), [plainLine('X'), table])
    expect(amid.tables.map(({ index }) => amid.state.doc.child(index).attrs.kind)).toEqual(['tabel'])
    const after = put(stateOf([{ words: 'a|' }]), [table])
    expect(after.tables.map(({ index }) => after.state.doc.child(index).attrs.kind)).toEqual(['tabel'])
  })

  it('replaces what is selected', () => {
    expect(shown(put(stateOf([{ words: 'a|b' }, { words: 'c|d' }]), [plainLine('X')]).state)).toEqual([
      'aX|d',
    ])
  })
})
