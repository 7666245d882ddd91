<?php
/**
 * An order. Saving it also performs the requested change of status.
 */

declare(strict_types=1);

class WC_Order extends WC_Abstract_Order {
	use \WooStandIn\Orders\HasRefunds;

	/** @var array{from: string, to: string, note: string|false, manual: bool}|false */
	protected $status_transition = false;

	public function __construct( $order = 0 ) {
		$address     = array_fill_keys( array( 'first_name', 'last_name', 'company', 'address_1', 'address_2', 'city', 'state', 'postcode', 'country', 'phone' ), '' );
		$this->data += array(
			'customer_id'                  => 0,
			'order_key'                    => '',
			'billing'                      => $address + array( 'email' => '' ),
			'shipping'                     => $address,
			'payment_method'               => '',
			'payment_method_title'         => '',
			'transaction_id'               => '',
			'customer_ip_address'          => '',
			'customer_user_agent'          => '',
			'created_via'                  => '',
			'customer_note'                => '',
			'date_completed'               => null,
			'date_paid'                    => null,
			'cart_hash'                    => '',
			'order_stock_reduced'          => false,
			'download_permissions_granted' => false,
			'new_order_email_sent'         => false,
			'recorded_sales'               => false,
			'recorded_coupon_usage_counts' => false,
		);
		parent::__construct( $order );
	}

	/** @return array<string, string> */
	protected function plain_props(): array {
		return \WooStandIn\Orders\PlainValues::OF_ORDERS;
	}

	public function save() {
		parent::save();
		$this->status_transition();
		return $this->get_id();
	}

	public function set_status( $new_status, $note = '', $manual_update = false ) {
		$change = parent::set_status( $new_status );
		if ( $this->object_read && '' !== $change['from'] && $change['from'] !== $change['to'] ) {
			$this->status_transition = array(
				'from'   => false === $this->status_transition ? $change['from'] : $this->status_transition['from'],
				'to'     => $change['to'],
				'note'   => $note,
				'manual' => (bool) $manual_update,
			);
			if ( $manual_update ) {
				do_action( 'woocommerce_order_edit_status', $this->get_id(), $change['to'] );
			}
			$this->note_dates();
		}
		return $change;
	}

	private function note_dates(): void {
		if ( $this->has_status( wc_get_is_paid_statuses() ) && null === $this->get_date_paid( 'edit' ) ) {
			$this->set_date_paid( time() );
		}
		if ( $this->has_status( 'completed' ) ) {
			$this->set_date_completed( time() );
		}
	}

	public function update_status( $new_status, $note = '', $manual = false ) {
		if ( ! $this->get_id() ) {
			return false;
		}
		$this->set_status( $new_status, $note, $manual );
		$this->save();
		return true;
	}

	protected function status_transition() {
		$change                  = $this->status_transition;
		$this->status_transition = false;
		if ( false === $change ) {
			return;
		}
		try {
			do_action( "woocommerce_order_status_{$change['to']}", $this->get_id(), $this, $change );
			if ( false !== $change['note'] ) {
				$this->add_order_note( trim( $change['note'] . ' ' . wc_get_order_status_name( $change['from'] ) . ' → ' . wc_get_order_status_name( $change['to'] ) ), 0, $change['manual'] );
			}
			do_action( "woocommerce_order_status_{$change['from']}_to_{$change['to']}", $this->get_id(), $this );
			do_action( 'woocommerce_order_status_changed', $this->get_id(), $change['from'], $change['to'], $this );
			if ( in_array( $change['from'], array( 'pending', 'failed' ), true ) && in_array( $change['to'], wc_get_is_paid_statuses(), true ) ) {
				do_action( 'woocommerce_order_payment_status_changed', $this->get_id(), $this );
			}
		} catch ( Exception $caught ) {
			// If a listener fails, the change of status must stay.
			wc_get_logger()->error( $caught->getMessage(), array( 'order' => $this->get_id() ) );
			$this->add_order_note( $caught->getMessage() );
		}
	}

	/** Marks the order paid, as a payment gateway does. */
	public function payment_complete( $transaction_id = '' ) {
		if ( ! $this->get_id() ) {
			return false;
		}
		do_action( 'woocommerce_pre_payment_complete', $this->get_id(), $transaction_id );
		if ( $this->has_status( array( 'on-hold', 'pending', 'failed', 'cancelled' ) ) ) {
			$this->set_transaction_id( $transaction_id );
			$this->set_status( apply_filters( 'woocommerce_payment_complete_order_status', 'processing', $this->get_id(), $this ), false );
			$this->save();
			do_action( 'woocommerce_payment_complete', $this->get_id(), $transaction_id );
		}
		return true;
	}

	public function add_order_note( $note, $is_customer_note = 0, $added_by_user = false, $meta_data = array() ) {
		if ( ! $this->get_id() ) {
			return 0;
		}
		$id = wp_insert_comment(
			array(
				'comment_post_ID' => $this->get_id(),
				'comment_author'  => 'WooCommerce',
				'comment_content' => $note,
				'comment_agent'   => 'WooCommerce',
				'comment_type'    => 'order_note',
			)
		);
		do_action( 'woocommerce_order_note_added', $id, $this );
		return $id;
	}

	public function get_order_number() {
		return (string) apply_filters( 'woocommerce_order_number', $this->get_id(), $this );
	}

	public function get_user_id( $context = 'view' ) {
		return $this->get_customer_id( $context );
	}
}
