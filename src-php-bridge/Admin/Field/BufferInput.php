<?php
/**
 * A buffer as it was typed into a form.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Field;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Buffer;

final class BufferInput {

	/** @param string $text Trimmed; '' where the product or category has no number of its own. */
	private function __construct( public readonly string $text ) {}

	/**
	 * Null where the form had no such field, or the text is no number of pieces: then nothing changes.
	 *
	 * @param mixed $posted As in $_POST, slashes included.
	 */
	public static function from_form( mixed $posted ): ?self {
		if ( ! is_string( $posted ) ) {
			return null;
		}
		$text = trim( sanitize_text_field( wp_unslash( $posted ) ) );
		if ( '' === $text ) {
			return new self( '' );
		}
		$pieces = Buffer::parse( $text );
		return null === $pieces ? null : new self( (string) $pieces );
	}

	/** The field's label. */
	public static function label(): string {
		return __( 'Keep back from sale (buffer)', 'stock-sync-for-keycrm' );
	}

	/** The saved number as the field shows it; '' where there is no valid one. */
	public static function shown( mixed $saved ): string {
		return (string) ( is_scalar( $saved ) ? Buffer::parse( (string) $saved ) : null );
	}

	public static function refusal(): string {
		return __( 'The buffer was not saved: it has to be a whole number of pieces, 0 or more. The one from before still counts.', 'stock-sync-for-keycrm' );
	}
}
