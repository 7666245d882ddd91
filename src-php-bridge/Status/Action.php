<?php
/**
 * What a person can do about how the sync stands.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

enum Action: string {
	case Sync           = 'sync';
	case Preview        = 'preview';
	case Apply          = 'apply';
	case Confirm        = 'confirm';
	case Discard        = 'discard';
	case ShowChanges    = 'show_changes';
	case ShowMismatches = 'show_mismatches';
	case EnterKey       = 'enter_key';
	case OpenInventory  = 'open_inventory';
}
