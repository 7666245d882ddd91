<?php
/**
 * Why a product's number was not sent to KeyCRM, in the owner's words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Push;

defined( 'ABSPATH' ) || exit;

final class PushReasonText {

	/** What a reason begins with that holds KeyCRM's own words. */
	public const REFUSED = 'refused: ';

	/** @return string|null Null for a reason that is not about sending. */
	public static function failure( string $reason ): ?string {
		return match ( $reason ) {
			'not_listed' => __( 'Asked for this product by itself, KeyCRM said nothing that can be used, so nothing was sent for it: what KeyCRM has reserved must be known first. The next sync asks again.', 'stock-sync-for-keycrm' ),
			'not_taken' => __( 'KeyCRM accepted the quantity and shows another one, after it was sent three times. Look at the product’s stock in KeyCRM: another program may write it too. The next sync sends it again.', 'stock-sync-for-keycrm' ),
			'fill_not_for_sale' => __( 'The warehouse that is to be filled is not among those whose stock is for sale, so nothing was sent. Choose it under Settings → What may be sold, or fill another one.', 'stock-sync-for-keycrm' ),
			'fill_no_quantity' => __( 'No quantity in this warehouse gives the number that the shop has: other warehouses already hold more, or a limit of the warehouse keeps a part from sale. Nothing was sent for this product. Change the limit, or enter the stock in KeyCRM by hand.', 'stock-sync-for-keycrm' ),
			default => null,
		};
	}

	/** @param string $reason As it begins with REFUSED. */
	public static function refused( string $reason ): string {
		$said = substr( $reason, strlen( self::REFUSED ) );
		return '' === $said
			? __( 'KeyCRM refused the quantity of this product and did not say why; the others went through. Look at the product in KeyCRM. The next sync sends it again.', 'stock-sync-for-keycrm' )
			: sprintf(
				/* translators: %s: KeyCRM's own words. */
				__( 'KeyCRM refused the quantity of this product, and the others went through. It said: %s. Look at the product in KeyCRM. The next sync sends it again.', 'stock-sync-for-keycrm' ),
				$said
			);
	}
}
