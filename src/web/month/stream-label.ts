interface NamedStream {
  name: string
  ventureName: string
}

/**
 * What a stream is called beside its venture's name, without saying that name twice: "Obtool on GitHub Sponsors" of Obtool is
 * "GitHub Sponsors". Empty where the stream is called as its venture is.
 */
export function streamLabel({ name, ventureName }: NamedStream): string {
  if (!name.startsWith(ventureName)) return name
  const rest = name.slice(ventureName.length)
  if (rest !== '' && !/^[\s,:·–-]/.test(rest)) return name
  const label = rest.replace(/^[\s,:·–-]+/, '').replace(/^on\s+/, '')
  return label.charAt(0).toUpperCase() + label.slice(1)
}
