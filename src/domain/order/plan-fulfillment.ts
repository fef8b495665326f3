import { cancelsWholeOrder, planCancellation } from './plan-cancellation';
import { planCapture } from './plan-capture';
import { planDelivery } from './plan-delivery';
import type { PlanFacts } from './plan-facts';
import { type OrderIssue, orderIssues } from './plan-issues';
import { planRefunds } from './plan-refunds';
import type { Step } from './plan-step';

/** Steps in the order to take them, and the issues that hold now: close those of PLAN_ISSUE_CODES not listed. */
export type Plan = { steps: readonly Step[]; issues: readonly OrderIssue[] };

function planSteps(facts: PlanFacts): readonly Step[] {
  if (facts.items.length === 0) return [];
  const capture = planCapture(facts);
  if (facts.haravan.canceled || cancelsWholeOrder(facts)) return planCancellation(facts, capture);
  return [...planDelivery(facts), ...capture, ...planRefunds(facts, capture)];
}

/** What brings the Haravan order where Lazada is. Taken to its end, the next plan has no steps. */
export function planHaravanSteps(facts: PlanFacts): Plan {
  return { steps: planSteps(facts), issues: orderIssues(facts) };
}
