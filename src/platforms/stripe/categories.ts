import type { Minor } from '#domain/money.ts'

/** What a balance transaction is for the ledger. */
export type Role = 'payment' | 'refund' | 'chargeback' | 'fee' | 'adjustment' | 'transfer'

/** What is known of a balance transaction besides its category. */
export interface Told {
  net: Minor
  description: string
  source: string
}

type Rule = Role | ((told: Told) => Role)

/** A platform's cut earned through Connect comes in; the same type going out is a cut taken. */
const cut = ({ net }: Told): Role => (net < 0 ? 'fee' : 'payment')
/** The cut given back to those it was taken from, or given back by a platform. */
const cutRefund = ({ net }: Told): Role => (net < 0 ? 'refund' : 'fee')

/** Before there were reporting categories, disputes, failed refunds and fees all were "adjustments"; the description tells. */
function adjustment({ description, source }: Told): Role {
  if (/^(dp|du|pdp)_/.test(source) || /\b(dispute|chargeback)/i.test(description)) return 'chargeback'
  if (/^(re|pyr)_/.test(source) || /\brefund/i.test(description)) return 'refund'
  return 'adjustment'
}

function rules(role: Rule, names: string): [string, Rule][] {
  return names.split(/\s+/).map((name) => [name, role])
}

/**
 * Reporting categories and balance transaction types in one table; where a name is both, both mean the same.
 * https://docs.stripe.com/reports/reporting-categories and https://docs.stripe.com/reports/balance-transaction-types
 */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...rules('payment', 'charge payment validation unreconciled_customer_funds payment_unreconciled transferred_to_balance_transaction'),
  ...rules(
    'refund',
    'refund payment_refund refund_failure payment_refund_failure charge_failure payment_failure_refund payment_reversal partial_capture_reversal',
  ),
  ...rules('chargeback', 'dispute dispute_reversal chargeback chargeback_reversal adjusted_for_overdraft_transaction'),
  ...rules('fee', 'fee stripe_fee stripe_fee_tax stripe_fx_fee network_cost tax tax_fee platform_fee'),
  ...rules(cut, 'application_fee platform_earning'),
  ...rules(cutRefund, 'application_fee_refund platform_earning_refund'),
  ...rules(adjustment, 'adjustment'),
  ...rules('adjustment', 'other_adjustment obligation obligation_outbound obligation_reversal_inbound fee_credit_funding'),
  ...rules(
    'transfer',
    `payout payout_reversal payout_cancel payout_failure payout_minimum_balance_hold payout_minimum_balance_release minimum_balance_hold
    topup topup_reversal deposit inbound_transfer inbound_transfer_reversal outbound_transfer outbound_transfer_reversal outbound_payment
    outbound_payment_reversal received_credit received_credit_reversal received_debit received_debit_reversal return
    transfer transfer_reversal transfer_cancel transfer_failure transfer_refund recipient_transfer recipient_transfer_cancel
    recipient_transfer_failure balance_transfer balance_transfer_inbound balance_transfer_outbound connect_collection_transfer
    connect_reserved_funds reserve_transaction reserve_hold reserve_release risk_reserved_funds reserved_funds
    payment_network_reserve_hold payment_network_reserve_release payment_network_reserved_funds
    issuing_authorization_hold issuing_authorization_release issuing_transaction issuing_disbursement issuing_dispute
    issuing_dispute_fraud_liability_debit issuing_dispute_provisional_credit issuing_dispute_provisional_credit_reversal
    advance advance_funding anticipation_repayment financing_payout financing_payout_reversal financing_paydown
    financing_paydown_reversal currency_conversion converted_payout conversion contribution climate_order_purchase climate_order_refund
    climate_reservation_purchase climate_reservation_refund stripe_balance_payment_debit stripe_balance_payment_debit_reversal tax_fund`,
  ),
])

/** What a category or type means, however it is spelled ("Stripe fee", "stripe_fee"); undefined for one that is not known. */
export function roleOf(category: string, told: Told): Role | undefined {
  const name = category
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const rule = RULES.get(name)
  return typeof rule === 'function' ? rule(told) : rule
}
