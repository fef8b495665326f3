import { locationId } from '@/src/domain/ids';
import { requestTurns } from '../catalog/request-turns';
import { reportKey, reportOf } from '../issues/report-of';
import type { IssueStore } from '../ports/issues';
import type { Settings, SettingsStore, SettingsView } from '../ports/settings';
import type { Trail } from '../ports/trail';
import type { TurnQueue } from '../ports/turn';
import type { OrderWishes } from '../ports/wishes';
import {
  figuresToReevaluate,
  ordersOutsideStock,
  type SettingsFault,
  settingsFaults,
  switchedOff,
  switchedOn,
} from './check-settings';
import { type PreviewDeps, previewSwitchOn, type SwitchOnPreview } from './preview-switch-on';

export type SettingsDeps = PreviewDeps & {
  settings: SettingsStore;
  issues: IssueStore;
  turns: TurnQueue;
  trail: Trail;
  orderWishes: Pick<OrderWishes, 'reimportUnderWay'>;
};

/** Orders take stock at a warehouse that the shop's quantity is not read from. */
export type SettingsWarning = { code: 'order_location_outside_stock'; locationId: string };

export type SaveRequest = {
  /** The version that was shown; somebody else's save in between is not overwritten. */
  version: number;
  settings: Settings;
  /** The merchant has seen the preview and the warnings, and said yes. */
  confirmed: boolean;
  by: string;
};

export type SaveResult =
  | { outcome: 'saved'; warnings: readonly SettingsWarning[] }
  /** Nothing was saved: show this and ask. `preview` is null when no switch is turned on. */
  | { outcome: 'needs_confirmation'; preview: SwitchOnPreview | null; warnings: readonly SettingsWarning[] }
  | { outcome: 'invalid'; faults: readonly SettingsFault[] }
  | { outcome: 'stale' }
  | { outcome: 'unknown_connection' };

export type SettingsService = {
  load(merchantId: string, connectionId: string): Promise<SettingsView | null>;
  /** What switching on the given figures would change, by the saved settings otherwise (spec R3.1). */
  preview(merchantId: string, connectionId: string, settings: Settings): Promise<SwitchOnPreview | null>;
  save(merchantId: string, connectionId: string, request: SaveRequest): Promise<SaveResult>;
};

function warningsOf(next: Settings, view: SettingsView): SettingsWarning[] {
  const outside = ordersOutsideStock(next, view);
  return outside === null ? [] : [{ code: 'order_location_outside_stock', locationId: outside }];
}

/** A pair that was saved before has been answered already. */
function newWarnings(next: Settings, view: SettingsView): SettingsWarning[] {
  const before = new Set(warningsOf(view.settings, view).map((warning) => warning.locationId));
  return warningsOf(next, view).filter((warning) => !before.has(warning.locationId));
}

async function previewOf(
  deps: SettingsDeps,
  merchantId: string,
  connectionId: string,
  view: SettingsView,
  next: Settings,
) {
  const on = switchedOn(view.settings, next);
  return on.length === 0 ? null : previewSwitchOn(deps, merchantId, connectionId, next, on);
}

async function showWarnings(
  deps: SettingsDeps,
  merchantId: string,
  connectionId: string,
  next: Settings,
  view: SettingsView,
) {
  const outside = ordersOutsideStock(next, view);
  const stockLocationIds = next.stockLocationIds.map(locationId);
  const facts = { locationId: locationId(outside ?? 'none'), stockLocationIds };
  const issue = { code: 'order_location_outside_stock' as const, facts };
  if (outside === null) await deps.issues.close(merchantId, [reportKey(connectionId, issue)]);
  else await deps.issues.report(merchantId, [reportOf(connectionId, issue)]);
}

/** What follows from a saved change: everything it touches is looked at again, and what it mends is closed (spec R3.6). */
async function follow(
  deps: SettingsDeps,
  merchantId: string,
  connectionId: string,
  view: SettingsView,
  request: SaveRequest,
) {
  const { settings: next, by } = request;
  const at = new Date(deps.clock.now());
  for (const figure of switchedOff(view.settings, next)) {
    await deps.settings.closeIssuesOf(merchantId, connectionId, figure, at);
  }
  await showWarnings(deps, merchantId, connectionId, next, view);
  // Orders under way follow the new setting (spec R4.5); at Haravan the next import leaves them as they are.
  const flowsNow = view.settings.orderProcessing === 'haravan' && next.orderProcessing === 'lazada';
  if (flowsNow) await deps.orderWishes.reimportUnderWay(merchantId, connectionId, at);
  await deps.trail.record(merchantId, [{ connectionId, kind: 'settings_saved', facts: { by } }]);
}

async function save(
  deps: SettingsDeps,
  merchantId: string,
  connectionId: string,
  request: SaveRequest,
): Promise<SaveResult> {
  const view = await deps.settings.load(merchantId, connectionId);
  if (view === null) return { outcome: 'unknown_connection' };
  const { settings: next, version, confirmed } = request;
  if (view.version !== version) return { outcome: 'stale' };
  const faults = settingsFaults(next, view);
  if (faults.length > 0) return { outcome: 'invalid', faults };
  const warnings = newWarnings(next, view);
  const asks = switchedOn(view.settings, next).length > 0 || warnings.length > 0;
  if (asks && !confirmed) {
    const preview = await previewOf(deps, merchantId, connectionId, view, next);
    return { outcome: 'needs_confirmation', preview, warnings };
  }
  const change = { version, settings: next, reevaluate: figuresToReevaluate(view.settings, next) };
  const saved = await deps.settings.save(merchantId, connectionId, change, new Date(deps.clock.now()));
  if (saved === 'stale') return { outcome: 'stale' };
  await requestTurns(deps.turns, merchantId, saved);
  await follow(deps, merchantId, connectionId, view, request);
  return { outcome: 'saved', warnings: warningsOf(next, view) };
}

/** Cấu hình (spec R3, R4.4, R4.5). */
export function createSettings(deps: SettingsDeps): SettingsService {
  return {
    load: (merchantId, connectionId) => deps.settings.load(merchantId, connectionId),
    async preview(merchantId, connectionId, settings) {
      const view = await deps.settings.load(merchantId, connectionId);
      return view && previewOf(deps, merchantId, connectionId, view, settings);
    },
    save: (merchantId, connectionId, request) => save(deps, merchantId, connectionId, request),
  };
}
