import type { PasskeyCreation, PasskeyQuestion } from '@mufakat/services'

/** Why there is no answer; words are `passkey.<trouble>`. */
export type Trouble = 'cancelled' | 'unsupported' | 'exists'

export type Asked = { readonly create: PasskeyCreation } | { readonly get: PasskeyQuestion }

/** Asks what stands in this browser or beside it. The library comes only when somebody wants this. */
export async function askAuthenticator(
  ask: () => Promise<Asked>,
): Promise<{ readonly text: string } | { readonly trouble: Trouble }> {
  try {
    const { browserSupportsWebAuthn, startAuthentication, startRegistration } = await import(
      '@simplewebauthn/browser'
    )
    if (!browserSupportsWebAuthn()) return { trouble: 'unsupported' }
    const asked = await ask()
    const answer =
      'create' in asked
        ? await startRegistration({ optionsJSON: asked.create })
        : await startAuthentication({ optionsJSON: asked.get })
    return { text: JSON.stringify(answer) }
  } catch (error) {
    // An authenticator that holds one of the keys already says so; everything else a person gave up, or lacks.
    return { trouble: error instanceof Error && error.name === 'InvalidStateError' ? 'exists' : 'cancelled' }
  }
}
