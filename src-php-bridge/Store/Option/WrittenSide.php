<?php
/**
 * Remembers whose stock quantities are written, where a sale learns it for nothing.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;
use KeyCrmStock\Value\Stock\Side;

/** The settings say it too, but WordPress does not load them with every request. */
final class WrittenSide {

	private const OPTION = 'keycrm_stock_written_side';

	public function __construct( private readonly Options $options ) {}

	/** As it stood when this request began. An option that does not exist would cost a query, so the list of loaded ones is asked. */
	public static function is_keycrm(): bool {
		return Side::KeyCrm->value === ( wp_load_alloptions()[ self::OPTION ] ?? '' );
	}

	/** @throws DatabaseError */
	public function get(): Side {
		$this->options->forget( self::OPTION );
		$stored = $this->options->get( self::OPTION );
		return ( is_string( $stored ) ? Side::tryFrom( $stored ) : null ) ?? Side::Shop;
	}

	/** @throws DatabaseError */
	public function note( Side $side ): void {
		$this->options->set( self::OPTION, $side->value, true );
	}
}
