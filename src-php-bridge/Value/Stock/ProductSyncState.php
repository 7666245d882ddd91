<?php
/**
 * How a product stands with KeyCRM, as the list of products shows it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;

enum ProductSyncState: string {

	case Right           = 'right';
	case NotInKeyCrm     = 'not_in_keycrm';
	case Duplicate       = 'duplicate';
	case NotManaged      = 'not_managed';
	case ManagedByParent = 'managed_by_parent';
	case Failed          = 'failed';
	case LeftAlone       = 'left_alone';
	case Unknown         = 'unknown';

	/** @return list<Outcome> Outcomes of the last run that put a product into this state. */
	public function outcomes(): array {
		return match ( $this ) {
			self::Right => array( Outcome::Updated, Outcome::Unchanged ),
			self::NotInKeyCrm => array( Outcome::NotInKeyCrm ),
			self::Duplicate => array( Outcome::DuplicateInShop, Outcome::DuplicateInKeyCrm ),
			self::NotManaged => array( Outcome::NotManaged ),
			self::ManagedByParent => array( Outcome::ManagedByParent ),
			self::Failed => array( Outcome::Failed, Outcome::ChangedSince ),
			self::LeftAlone => array( Outcome::Excluded ),
			self::Unknown => array(),
		};
	}

	public static function from_outcome( Outcome $outcome ): self {
		foreach ( self::cases() as $state ) {
			if ( in_array( $outcome, $state->outcomes(), true ) ) {
				return $state;
			}
		}
		return self::Unknown;
	}
}
