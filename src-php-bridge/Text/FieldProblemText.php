<?php
/**
 * What is wrong with a field, for the person who has typed it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\FieldProblem;

final class FieldProblemText {

	public static function sentence( FieldProblem $problem ): string {
		$limit = is_int( $problem->limit[0] ?? null ) ? number_format_i18n( $problem->limit[0] ) : '';
		return match ( $problem->code ) {
			/* translators: %s: the smallest number allowed. */
			FieldProblem::TOO_SMALL => sprintf( __( 'Enter %s or more.', 'stock-sync-for-keycrm' ), $limit ),
			/* translators: %s: the largest number allowed. */
			FieldProblem::TOO_LARGE => sprintf( __( 'Enter %s or less.', 'stock-sync-for-keycrm' ), $limit ),
			FieldProblem::NO_NUMBER => __( 'Enter a whole number.', 'stock-sync-for-keycrm' ),
			/* translators: %s: what may be chosen, separated by commas. */
			FieldProblem::NO_CHOICE => sprintf( __( 'Choose one of %s.', 'stock-sync-for-keycrm' ), implode( ', ', $problem->limit ) ),
			FieldProblem::NO_EMAIL => __( 'This is not an e-mail address.', 'stock-sync-for-keycrm' ),
			/* translators: %s: a number. */
			FieldProblem::TOO_MANY => sprintf( __( 'Enter at most %s of them.', 'stock-sync-for-keycrm' ), $limit ),
			FieldProblem::REPEATED => __( 'Each warehouse can have one limit. Remove the second one.', 'stock-sync-for-keycrm' ),
			default => __( 'This value cannot be used here.', 'stock-sync-for-keycrm' ),
		};
	}
}
