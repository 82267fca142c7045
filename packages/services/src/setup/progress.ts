import { type Actor, SETUP_STEPS, type SetupStep } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { changeSetting, readSettingForm } from '../settings/settings'

export interface SetupProgress {
  /** Begun and not finished. */
  readonly open: boolean
  /** Done or passed over. */
  readonly done: readonly SetupStep[]
  /** Where to go on; null: all steps are behind. */
  readonly next: SetupStep | null
}

/** How far the guided start of this installation has come; one that was never begun is not open. */
export async function setupProgress(ctx: ServiceContext, actor: Actor | null): Promise<SetupProgress> {
  const { open, done } = (await readSettingForm(ctx, actor, 'setup')).value
  return { open, done, next: SETUP_STEPS.find(step => !done.includes(step)) ?? null }
}

/** Leaves a step behind, done or passed over. */
export async function passSetupStep(
  ctx: ServiceContext,
  actor: Actor | null,
  step: SetupStep,
): Promise<void> {
  const { value, revision } = await readSettingForm(ctx, actor, 'setup')
  const done = SETUP_STEPS.filter(one => one === step || value.done.includes(one))
  await changeSetting(ctx, actor, { key: 'setup', value: { ...value, done }, revision })
}

/** Ends the guided start, whatever was passed over: everything stands in Pengaturan. */
export async function finishSetup(ctx: ServiceContext, actor: Actor | null): Promise<void> {
  const { value, revision } = await readSettingForm(ctx, actor, 'setup')
  await changeSetting(ctx, actor, { key: 'setup', value: { ...value, open: false }, revision })
}
