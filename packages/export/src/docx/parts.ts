import type { Picture } from '../picture'
import { el, part } from './xml'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

type Data = string | Uint8Array

/** Relationships of one part: what its XML names by `r:id`. */
export class Relations {
  private readonly entries: string[] = []
  private readonly links = new Map<string, string>()

  constructor(
    private readonly all: Parts,
    private readonly owner: string,
  ) {}

  add(type: string, target: string, external = false): string {
    const id = `rId${this.entries.length + 1}`
    const mode = external ? { TargetMode: 'External' } : {}
    this.entries.push(el('Relationship', { Id: id, Type: `${OFFICE}/${type}`, Target: target, ...mode }))
    return id
  }

  link(href: string): string {
    const known = this.links.get(href)
    if (known !== undefined) return known
    const id = this.add('hyperlink', href, true)
    this.links.set(href, id)
    return id
  }

  picture(picture: Picture): string {
    return this.add('image', this.all.media(picture))
  }

  /** The part of its own that a word processor looks for. */
  file(): readonly [string, Data] | null {
    if (this.entries.length === 0) return null
    const xml = el('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...this.entries)
    return [`word/_rels/${this.owner}.rels`, part(xml)]
  }
}

/** What a DOCX consists of. One picture is kept once, however often it is shown. */
export class Parts {
  private readonly pictures = new Map<Uint8Array, string>()
  private readonly files: (readonly [string, Data])[] = []
  private readonly types: [path: string, type: string][] = []
  private drawings = 0

  relations(owner: string): Relations {
    return new Relations(this, owner)
  }

  media({ bytes, kind }: Picture): string {
    const known = this.pictures.get(bytes)
    if (known !== undefined) return known
    const name = `media/image${this.pictures.size + 1}.${kind}`
    this.pictures.set(bytes, name)
    this.files.push([`word/${name}`, bytes])
    return name
  }

  /** A number no other drawing of the file has. */
  nextDrawing(): number {
    this.drawings++
    return this.drawings
  }

  add(name: string, type: string, xml: string, relations?: Relations): void {
    const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
    this.types.push([`/word/${name}`, `${media}.${type}+xml`])
    this.files.push([`word/${name}`, part(xml)])
    const file = relations?.file()
    if (file) this.files.push(file)
  }

  /** All files, with those that tell what they are first. */
  all(core: string): readonly (readonly [string, Data])[] {
    const overrides = [
      ...this.types,
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'] as const,
    ].map(([PartName, ContentType]) => el('Override', { PartName, ContentType }))
    const defaults = [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
      ['png', 'image/png'],
      ['jpeg', 'image/jpeg'],
    ].map(([Extension = '', ContentType = '']) => el('Default', { Extension, ContentType }))
    const root = [
      el('Relationship', { Id: 'rId1', Type: `${OFFICE}/officeDocument`, Target: 'word/document.xml' }),
      el('Relationship', {
        Id: 'rId2',
        Type: `${PACKAGE}/relationships/metadata/core-properties`,
        Target: 'docProps/core.xml',
      }),
    ]
    return [
      [
        '[Content_Types].xml',
        part(el('Types', { xmlns: `${PACKAGE}/content-types` }, ...defaults, ...overrides)),
      ],
      ['_rels/.rels', part(el('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...root))],
      ['docProps/core.xml', part(core)],
      ...this.files,
    ]
  }
}
