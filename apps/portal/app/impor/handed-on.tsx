/** The file as it was read and what was seen of it, for the server to take up again. */
export function HandedOn({ sheet, mark }: { sheet: string; mark: string }) {
  return (
    <>
      <input type="hidden" name="tanda" value={mark} />
      <textarea hidden readOnly name="lembar" value={sheet} />
    </>
  )
}
