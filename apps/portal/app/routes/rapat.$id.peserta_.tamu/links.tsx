import type { GuestLinkList, GuestLinkView } from '@mufakat/services'
import {
  Badge,
  Button,
  buttonClass,
  Card,
  CardHead,
  type Column,
  DataTable,
  Empty,
  type Tone,
} from '@mufakat/ui'
import { Form } from '@remix-run/react'
import {
  ChevronDown,
  CircleCheckBig,
  CircleSlash,
  Clock,
  Eye,
  type LucideIcon,
  Pencil,
  UserRoundX,
} from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import type { TypedGuest } from './form.server'
import { LinkFields } from './link-fields'

const STATE: Record<GuestLinkView['state'], { tone: Tone; icon: LucideIcon }> = {
  open: { tone: 'success', icon: CircleCheckBig },
  expired: { tone: 'neutral', icon: Clock },
  void: { tone: 'neutral', icon: CircleSlash },
}

interface LinksProps {
  list: GuestLinkList
  /** The form that was refused, when it was one of these. */
  typed: TypedGuest | null
  errors: FormErrors | null
}

function Acts({ link, list, typed, errors }: LinksProps & { link: GuestLinkView }) {
  const words = useAllWords()
  const { personId, name } = link
  const own = typed?.personId === personId ? typed : null
  const values = own ?? {
    right: link.itemIds ? ('acara' as const) : link.canWrite ? ('tulis' as const) : ('baca' as const),
    items: [...(link.itemIds ?? [])],
    lastDay: '',
    email: '',
  }
  return (
    <div className="grid gap-2">
      {link.state === 'open' && (
        <Form method="post">
          <input type="hidden" name="maksud" value="cabut" />
          <input type="hidden" name="personId" value={personId} />
          <Button type="submit" kind="danger" size="sm" aria-label={words.t('tamu.revoke.of', { name })}>
            <UserRoundX aria-hidden />
            {words.t('tamu.revoke')}
          </Button>
        </Form>
      )}
      {list.mayInvite && (
        <details className="group" open={own !== null}>
          <summary aria-label={words.t('tamu.renew.of', { name })} className={buttonClass('quiet', 'sm')}>
            {words.t('tamu.renew')}
            <ChevronDown aria-hidden className="transition-transform group-open:rotate-180" />
          </summary>
          <Form method="post" className="mt-2 grid gap-4 text-left" noValidate>
            <input type="hidden" name="maksud" value="ulang" />
            <input type="hidden" name="personId" value={personId} />
            <FieldErrors errors={own && errors}>
              <LinkFields of={`-${personId}`} list={list} values={values} />
            </FieldErrors>
            <Button type="submit" kind="secondary" className="w-fit">
              {words.t('tamu.renew.submit')}
            </Button>
          </Form>
        </details>
      )}
    </div>
  )
}

/** Every guest by link with what their newest link gives, and what may be done with it. */
export function Links(props: LinksProps) {
  const words = useAllWords()
  const { links } = props.list
  const columns: Column<GuestLinkView>[] = [
    {
      key: 'guest',
      label: words.t('tamu.column.guest'),
      lead: true,
      cell: link => (
        <>
          {link.name}
          <span className="block text-sm font-normal text-ink-2">{link.agency}</span>
        </>
      ),
    },
    {
      key: 'right',
      label: words.t('tamu.column.right'),
      cell: link => {
        const Icon = link.canWrite ? Pencil : Eye
        return (
          <span className="inline-flex items-start gap-2">
            <Icon aria-hidden className="mt-1 size-4 flex-none text-ink-2" />
            {link.itemIds
              ? words.t('tamu.right.items.n', { n: link.itemIds.length })
              : words.t(link.canWrite ? 'tamu.right.write' : 'tamu.right.read')}
          </span>
        )
      },
    },
    { key: 'until', label: words.t('tamu.column.until'), cell: link => words.dateTime(link.expiresAt) },
    {
      key: 'last',
      label: words.t('tamu.column.last'),
      cell: link => (link.lastSeenAt ? words.dateTime(link.lastSeenAt) : words.t('tamu.never')),
    },
    {
      key: 'state',
      label: words.t('tamu.column.state'),
      cell: link => <Badge {...STATE[link.state]}>{words.t(`tamu.state.${link.state}`)}</Badge>,
    },
    {
      key: 'acts',
      label: words.t('tamu.column.acts'),
      paper: 'hide',
      width: 'w-52',
      cell: link => <Acts {...props} link={link} />,
    },
  ]
  return (
    <Card as="section" aria-labelledby="daftar-tautan">
      <CardHead id="daftar-tautan" level={3} title={words.t('tamu.list')} />
      {links.length === 0 ? (
        <Empty compact icon={UserRoundX} title={words.t('tamu.empty')} help={words.t('tamu.empty.help')} />
      ) : (
        <DataTable
          caption={words.t('tamu.list')}
          columns={columns}
          rows={links}
          rowKey={link => link.personId}
        />
      )}
    </Card>
  )
}
