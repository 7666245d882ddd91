<?php
/**
 * Ways of knowing which orders of the shop KeyCRM counts already.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/hold-orders.ts HOLD_MODES */
enum OpenOrderMode: string {
	/** The owner has not said how orders get into KeyCRM: each is subtracted until KeyCRM is known to count it. */
	case Auto = 'auto';
	/** No order is subtracted. */
	case Off = 'off';
	/** KeyCRM is asked. */
	case KeyCrmOrders = 'keycrm_orders';
	/** The mark that KeyCRM's own plugin leaves on an order that it has sent. */
	case PluginMarks = 'plugin_marks';
	/** The order's status in WooCommerce. */
	case Statuses = 'statuses';
	/** Another program answers `keycrm_stock_counted_orders`. */
	case Filter = 'filter';
	/** The shop's orders never get into KeyCRM: each is subtracted up to the age limit. */
	case NotSent = 'not_sent';
}
