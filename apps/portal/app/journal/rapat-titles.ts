export interface RapatTitle {
  readonly documentId: string
  readonly rapatId: string
  readonly title: string
}

/** Titles of the rapat of these documents, as far as this person may see them; none without a line. */
export async function fetchTitles(documentIds: readonly string[]): Promise<RapatTitle[]> {
  if (documentIds.length === 0) return []
  try {
    const asked = new URLSearchParams([...new Set(documentIds)].map(id => ['naskah', id]))
    const response = await fetch(`/judul-rapat?${asked}`, { redirect: 'manual' })
    return response.ok ? await response.json() : []
  } catch {
    return []
  }
}
