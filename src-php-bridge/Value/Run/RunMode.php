<?php
/**
 * What a run is for.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts runModeSchema */
enum RunMode: string {
	case Sync     = 'sync';
	case Preview  = 'preview';
	/** The shop's stock quantities go into one of KeyCRM's warehouses, once, before KeyCRM leads. */
	case Fill     = 'fill';
	/** Only the offers that KeyCRM has said to have changed. */
	case Refresh  = 'refresh';
	/** One product and its variations, while a person waits. */
	case Product  = 'product';
	/** Products that KeyCRM lacks are made there. */
	case CreateInKeyCrm = 'create_in_keycrm';
	/** Products that the shop lacks are made there, as drafts. */
	case CreateInShop = 'create_in_shop';
	case Undo     = 'undo';
	case SwitchOn = 'switch_on';
	case Repair   = 'repair';

	/** Whether such a run makes products, and writes no numbers of products that exist. */
	public function creates(): bool {
		return self::CreateInKeyCrm === $this || self::CreateInShop === $this;
	}
}
