<?php
/**
 * What a person may have done about mismatches, straight from their list.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Side;

/** Each is a route below /unmatched. @see src-admin/contract/mismatch.ts fixActionSchema */
enum MismatchAction: string {
	/** Stock management is switched on with KeyCRM's number, so only where KeyCRM's numbers are written. */
	case SwitchOn     = 'switch-on';
	case RepairStatus = 'repair-status';
	case LeaveAlone   = 'leave-alone';
	case Include      = 'include';

	/**
	 * @param Side $written Whose stock quantities syncs write.
	 * @return list<self>
	 */
	public static function for_group( MismatchGroup $group, Side $written ): array {
		return match ( $group ) {
			MismatchGroup::OnlyInKeyCrm, MismatchGroup::NoSkuInKeyCrm => array(),
			MismatchGroup::WrongStatus => array( self::RepairStatus, self::LeaveAlone ),
			MismatchGroup::NotManaged => Side::Shop === $written ? array( self::SwitchOn, self::LeaveAlone ) : array( self::LeaveAlone ),
			MismatchGroup::Excluded => array( self::Include ),
			default => array( self::LeaveAlone ),
		};
	}
}
