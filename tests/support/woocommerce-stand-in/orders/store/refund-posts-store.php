<?php
/**
 * Stores refunds as posts.
 */

declare(strict_types=1);

class WC_Order_Refund_Data_Store_CPT extends WC_Order_Data_Store_CPT {
	/** @var array<string, string> */
	protected array $rows = array(
		'_refund_amount'    => 'amount',
		'_refunded_by'      => 'refunded_by',
		'_refunded_payment' => 'refunded_payment',
		'_refund_reason'    => 'reason',
	);
}
