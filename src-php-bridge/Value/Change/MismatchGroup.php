<?php
/**
 * Why a product of the shop or of KeyCRM is out of step with the other side.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/mismatch.ts mismatchGroupSchema */
enum MismatchGroup: string {
	case NearMiss          = 'near_miss';
	case WrongStatus       = 'wrong_status';
	case NotInKeyCrm       = 'not_in_keycrm';
	case OnlyInKeyCrm      = 'only_in_keycrm';
	case DuplicateInShop   = 'duplicate_in_shop';
	case DuplicateInKeyCrm = 'duplicate_in_keycrm';
	case NoSku             = 'no_sku';
	case NoSkuInKeyCrm     = 'no_sku_in_keycrm';
	case NotManaged        = 'not_managed';
	case ManagedByParent   = 'managed_by_parent';
	case Excluded          = 'excluded';
}
