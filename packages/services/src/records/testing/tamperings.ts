import type { Finding } from '../report'

/** One way to tamper, as SQL of a superuser who has taken the triggers away. */
export interface Tampering {
  readonly name: string
  readonly statements: string
  /** Whether a finding names what was touched; where nothing else is said, any finding does. */
  readonly isNamedBy?: (finding: Finding) => boolean
}

/** Numbers from 0 up to, not including, `limit`. */
export type Below = (limit: number) => number

const covers =
  (number: number) =>
  (finding: Finding): boolean =>
    finding.number === number ||
    (finding.from !== undefined && finding.to !== undefined && finding.from <= number && number <= finding.to)

const entryOf = (number: number): string => `(select entry_id from audit_link where number = ${number})`

/** Makes the chain anew with the functions of the database, from the entries in the order of `kept`. */
const rebuilt = (kept: string): string => `
  create temp table kept as ${kept};
  delete from audit_link;
  delete from audit_entry where id not in (select entry_id from kept);
  do $$ declare entry audit_entry; begin
    for entry in select e.* from kept k join audit_entry e on e.id = k.entry_id order by k.place loop
      perform audit_append(entry);
    end loop;
  end $$;`

const COLUMNS = [
  `id = gen_random_uuid()`,
  `at = at + interval '1 millisecond'`,
  `at = at - interval '1 day'`,
  `actor_id = (select id from person where id is distinct from actor_id order by id limit 1)`,
  `action = action || 'x'`,
  `rapat_id = case when rapat_id is null then (select id from rapat limit 1) end`,
  `subject_id = coalesce(subject_id, '') || ' '`,
  `details = details || '{"by": 1}'`,
  `details = '{}'::jsonb - 'a' || '{"n": null}'`,
]

/**
 * Every way that is thought of, each with its own chance. Among them are those of somebody who knows how the chain is
 * made and makes it anew: only the key is out of their reach.
 */
export function tampering(below: Below, entries: number, signatures: number): Tampering {
  const n = 1 + below(entries)
  const other = 1 + ((n + below(entries - 1)) % entries)
  const seq = 1 + below(signatures)
  const place = 'number as place, entry_id'
  const ways: readonly (() => Tampering)[] = [
    () => ({
      name: `entry ${n} and its link deleted`,
      statements: `with gone as (delete from audit_link where number = ${n} returning entry_id)
        delete from audit_entry where id in (select entry_id from gone)`,
      isNamedBy: covers(n),
    }),
    () => ({
      name: `entry ${n} deleted`,
      statements: `delete from audit_entry where id = ${entryOf(n)}`,
      isNamedBy: covers(n),
    }),
    () => ({
      name: `link ${n} deleted`,
      statements: `delete from audit_link where number = ${n}`,
      isNamedBy: covers(n),
    }),
    () => {
      const change = COLUMNS[below(COLUMNS.length)] ?? ''
      return {
        name: `entry ${n} altered: ${change}`,
        statements: `update audit_entry set ${change} where id = ${entryOf(n)}`,
        isNamedBy: covers(n),
      }
    },
    () => {
      const at = below(32)
      return {
        // As with all bytes here: another than the one that stands there, whatever that is.
        name: `hash of ${n} altered`,
        statements: `update audit_link set hash = set_byte(hash, ${at}, get_byte(hash, ${at}) # 1) where number = ${n}`,
      }
    },
    () => ({
      name: `entries of ${n} and ${other} swapped`,
      statements: `create temp table swap as select number, entry_id from audit_link where number in (${n}, ${other});
        update audit_link set entry_id = gen_random_uuid() where number in (${n}, ${other});
        update audit_link l set entry_id = s.entry_id from swap s
          where l.number = case s.number when ${n} then ${other} else ${n} end`,
      isNamedBy: finding => covers(n)(finding) || covers(other)(finding),
    }),
    () => ({
      name: `numbers ${n} and ${other} swapped`,
      statements: `update audit_link set number = -number where number in (${n}, ${other});
        update audit_link set number = case number when -${n} then ${other} else ${n} end where number < 0`,
      isNamedBy: finding => covers(n)(finding) || covers(other)(finding),
    }),
    () => ({
      name: `an entry put in without a link`,
      statements: `insert into audit_entry (id, at, action, details) values (gen_random_uuid(), now(), 'x', '{}')`,
    }),
    () => ({
      name: `truncated after ${n - 1}`,
      statements: `with gone as (delete from audit_link where number >= ${n} returning entry_id)
        delete from audit_entry where id in (select entry_id from gone)`,
      isNamedBy: covers(entries),
    }),
    () => ({
      name: `truncated after ${n - 1}, signatures too`,
      statements: `with gone as (delete from audit_link where number >= ${n} returning entry_id)
          delete from audit_entry where id in (select entry_id from gone);
        delete from audit_signature where number >= ${n}`,
    }),
    () => ({
      name: 'everything truncated',
      statements: 'truncate audit_entry, audit_link, audit_signature cascade',
    }),
    () => ({
      name: `entry ${n} left out and the chain made anew`,
      statements: rebuilt(`select ${place} from audit_link where number <> ${n}`),
    }),
    () => ({
      name: `entry ${n} altered and the chain made anew`,
      statements: `update audit_entry set action = 'rapat.create' || action where id = ${entryOf(n)};
        ${rebuilt(`select ${place} from audit_link`)}`,
    }),
    () => ({
      name: `entries of ${n} and ${other} swapped and the chain made anew`,
      statements:
        rebuilt(`select case number when ${n} then ${other} when ${other} then ${n} else number end as place,
        entry_id from audit_link`),
    }),
    () => ({
      name: `an entry put in at ${n} and the chain made anew`,
      statements: `insert into audit_entry (id, at, action, details) values (gen_random_uuid(), now(), 'x', '{}');
        ${rebuilt(`select number::numeric as place, entry_id from audit_link
          union all select ${n} - 0.5, id from audit_entry where id not in (select entry_id from audit_link)`)}`,
    }),
    () => ({
      name: `signature ${seq} deleted`,
      statements: `delete from audit_signature where seq = ${seq}`,
    }),
    () => {
      const at = below(64)
      return {
        name: `signature ${seq} altered`,
        statements: `update audit_signature set signature = set_byte(signature, ${at},
          get_byte(signature, ${at}) # 1) where seq = ${seq}`,
      }
    },
    () => ({
      name: `time of signature ${seq} altered`,
      statements: `update audit_signature set at = at + interval '1 second' where seq = ${seq}`,
    }),
    () => ({
      name: `chain made anew without ${n}, and signature ${signatures} set to its head`,
      statements: `${rebuilt(`select ${place} from audit_link where number <> ${n}`)}
        update audit_signature set (number, hash) = (select number, hash from audit_link order by number desc limit 1)
          where seq = ${signatures}`,
    }),
    () => ({
      name: `signatures from ${seq} on deleted and the chain made anew without ${n}`,
      statements: `${rebuilt(`select ${place} from audit_link where number <> ${n}`)}
        delete from audit_signature where seq >= ${seq}`,
    }),
  ]
  return (ways[below(ways.length)] as () => Tampering)()
}
