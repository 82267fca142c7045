import type { RemarkList, RemarkView } from '@mufakat/services'
import { type OnWire, useFresh } from '~/rapat/use-fresh'

const remarkOf = (remark: OnWire<RemarkView>): RemarkView =>
  ({
    ...remark,
    at: new Date(remark.at),
    replies: remark.replies.map(reply => ({ ...reply, at: new Date(reply.at) })),
    settled: remark.settled && { ...remark.settled, at: new Date(remark.settled.at) },
  }) as RemarkView

const listOf = (list: OnWire<RemarkList | null>): RemarkList | null =>
  list && { ...list, remarks: list.remarks.map(remarkOf) }

/** The remarks of a rapat, and how to ask for them anew. */
export const useRemarks = (rapatId: string, initial: RemarkList | null) =>
  useFresh(`/rapat/${rapatId}/komentar/daftar`, initial, listOf)
