export const Key = ({ children }: { children: string }) => (
  <kbd className="inline-grid min-w-7 place-items-center rounded-sm border border-line-strong bg-sunken px-1.5 font-sans text-xs font-semibold">
    {children}
  </kbd>
)
