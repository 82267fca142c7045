import type { Holding } from './jabatan'
import { isEffective } from './jabatan'
import type { Tanggal } from './wib'

/** A person who is camat of a kecamatan, or operator of a desa, from one day to another, both included. */
export type Spell = Pick<Holding, 'personId' | 'from' | 'until'>

/** Who is named camat on a day (SPEC.md O5), or null: then the head of the kecamatan's OPD is. */
export const namedCamatOn = <S extends Spell>(named: readonly S[], on: Tanggal): S | null =>
  named
    .filter(spell => isEffective(spell, on))
    .reduce<S | null>((latest, spell) => (latest === null || spell.from > latest.from ? spell : latest), null)

/** Why a spell cannot begin or end so; the words are under `field.officer-<fault>`. */
export type SpellFault = 'ends-first' | 'already'

/** Whether a spell may be added to those of its kecamatan or desa (SPEC.md O6). */
export function newSpellFault(ofPlace: readonly Spell[], added: Spell): SpellFault | null {
  if (added.until !== null && added.until < added.from) return 'ends-first'
  const beside = ofPlace.some(
    spell =>
      spell.personId === added.personId &&
      (spell.until === null || added.from <= spell.until) &&
      (added.until === null || spell.from <= added.until),
  )
  return beside ? 'already' : null
}
