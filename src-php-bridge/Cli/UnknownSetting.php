<?php
/**
 * A name that no setting has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

final class UnknownSetting {

	/** @param list<string> $names Those that there are. */
	public static function text( string $name, array $names ): string {
		/* translators: 1: what was typed, 2: the names that there are. */
		return sprintf( __( 'There is no setting “%1$s”. There are: %2$s.', 'stock-sync-for-keycrm' ), $name, implode( ', ', $names ) );
	}
}
