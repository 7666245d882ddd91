<?php
/**
 * Why a product got its number, or did not.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/common.ts outcomeSchema */
enum Outcome: string {
	case Updated           = 'updated';
	case Unchanged         = 'unchanged';
	case NotManaged        = 'not_managed';
	case ManagedByParent   = 'managed_by_parent';
	case DuplicateInShop   = 'duplicate_in_shop';
	case DuplicateInKeyCrm = 'duplicate_in_keycrm';
	case NotInKeyCrm       = 'not_in_keycrm';
	case Excluded          = 'excluded';
	case Failed            = 'failed';
	case ChangedSince      = 'changed_since';
	/** Made on the other side, which did not have it. */
	case Created           = 'created';
}
