<?php
/**
 * The checkbox that excludes from the sync: its HTML, and its value in a form.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Field;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Exclusion\ExclusionMarks;

enum ExcludeInput: string {

	case Yes = 'yes';
	case No  = 'no';

	/** An unticked checkbox sends nothing. The hidden field before it says that the form had one. */
	public static function html( string $name, string $id, bool $checked ): string {
		return sprintf(
			'<input type="hidden" name="%1$s" value="%2$s"><input type="checkbox" class="checkbox" id="%3$s" name="%1$s" value="%4$s"%5$s>',
			esc_attr( $name ),
			self::No->value,
			esc_attr( $id ),
			self::Yes->value,
			$checked ? ' checked' : ''
		);
	}

	/**
	 * Null where the form had no such checkbox: then nothing changes.
	 *
	 * @param mixed $posted As in $_POST.
	 */
	public static function from_form( mixed $posted ): ?self {
		return is_string( $posted ) ? self::tryFrom( $posted ) : null;
	}

	public function apply( ExclusionMarks $exclusion, int $product_id ): void {
		self::Yes === $this ? $exclusion->exclude( $product_id ) : $exclusion->include( $product_id );
	}

	/** The checkbox's label. */
	public static function label(): string {
		return __( 'Leave alone in KeyCRM sync', 'stock-sync-for-keycrm' );
	}
}
