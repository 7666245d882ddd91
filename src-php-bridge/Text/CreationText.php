<?php
/**
 * What a run that makes products on the other side says of itself and of each product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Stock\Side;

final class CreationText {

	/** The label beside the progress bar. */
	public static function phase( RunPhase $phase ): string {
		return RunPhase::Write === $phase ? __( 'Creating products in KeyCRM', 'stock-sync-for-keycrm' ) : __( 'Looking up which of your products KeyCRM lacks', 'stock-sync-for-keycrm' );
	}

	/** What confirming does. */
	public static function confirm( Run $run ): string {
		$count = $run->counts->count( Outcome::Created );
		/* translators: %s: how many products. */
		return sprintf( _n( 'Create %s product in KeyCRM', 'Create %s products in KeyCRM', $count, 'stock-sync-for-keycrm' ), number_format_i18n( $count ) );
	}

	/**
	 * @param Side $written Whose stock quantities syncs write at present.
	 * @return list<string> What would happen, for a person who is to decide.
	 */
	public static function plan( Run $run, Side $written ): array {
		$count = $run->counts->count( Outcome::Created );
		$left  = array_sum( $run->counts->to_array() ) - $count - $run->counts->count( Outcome::Unchanged );
		return array_values(
			array_filter(
				array(
					sprintf(
						/* translators: %s: how many products and variations. */
						_n( '%s product would be created in KeyCRM: its name, SKU, price, barcode, weight and pictures are sent there.', '%s products would be created in KeyCRM: their names, SKUs, prices, barcodes, weights and pictures are sent there.', $count, 'stock-sync-for-keycrm' ),
						number_format_i18n( $count )
					),
					Side::KeyCrm === $written
						? __( 'Their stock quantities follow by themselves, as for all products.', 'stock-sync-for-keycrm' )
						: __( 'KeyCRM has no stock of a new product. While KeyCRM leads, the next sync therefore sets the shop’s quantity of it to 0, until its stock is entered in KeyCRM.', 'stock-sync-for-keycrm' ),
					$left > 0 ? sprintf(
						/* translators: %s: how many products. */
						_n( '%s more product cannot be created; the list says why.', '%s more products cannot be created; the list says why.', $left, 'stock-sync-for-keycrm' ),
						number_format_i18n( $left )
					) : '',
				)
			)
		);
	}

	/** @return string '' where there is nothing to explain. */
	public static function reason( string $reason ): string {
		if ( str_starts_with( $reason, CreateReason::REFUSED ) ) {
			/* translators: %s: KeyCRM's own words. */
			return sprintf( __( 'KeyCRM refused this product and said: “%s”. Nothing was created. Correct the product in the shop, and create it again.', 'stock-sync-for-keycrm' ), substr( $reason, strlen( CreateReason::REFUSED ) ) );
		}
		return match ( $reason ) {
			CreateReason::UNCHECKED => __( 'This product has not been compared with KeyCRM yet.', 'stock-sync-for-keycrm' ),
			CreateReason::THERE => __( 'KeyCRM has a product with this SKU by now, so none was created. The next sync finds it.', 'stock-sync-for-keycrm' ),
			CreateReason::ARCHIVED => __( 'KeyCRM has this SKU in its archive, so no second product was created. Take it out of the archive there.', 'stock-sync-for-keycrm' ),
			CreateReason::NEAR_MISS => __( 'KeyCRM has a product whose SKU differs only a little, so this one is probably there already. Correct the SKU on one side; if they are two products, make the SKUs differ more.', 'stock-sync-for-keycrm' ),
			CreateReason::KIND => __( 'Products of this type are sold through others or without stock (variable, grouped, external or bundled products, or a type of another plugin), so they have no counterpart in KeyCRM. Variations are created by their own SKUs.', 'stock-sync-for-keycrm' ),
			CreateReason::NOT_ASKABLE => __( 'KeyCRM cannot be asked for this SKU, because it contains a comma or is too long, so it could not be made sure that the product is created only once. Choose another SKU, or create it in KeyCRM by hand.', 'stock-sync-for-keycrm' ),
			CreateReason::HINTED => __( 'KeyCRM’s own plugin has created this product there already, without this SKU. Enter the SKU in KeyCRM.', 'stock-sync-for-keycrm' ),
			CreateReason::APART => __( 'The other variations of this product belong to several products in KeyCRM, so it is not clear which one this variation belongs to. Create it in KeyCRM by hand.', 'stock-sync-for-keycrm' ),
			CreateReason::NAME_TAKEN => __( 'KeyCRM has another product of this name and takes no second one, so it was not created. Change the name in the shop, or have the SKU added to taken names (setting “create.name_taken”).', 'stock-sync-for-keycrm' ),
			CreateReason::SUFFIXED => __( 'KeyCRM has another product of this name, so the SKU was added to the name there.', 'stock-sync-for-keycrm' ),
			CreateReason::NOT_SEEN => __( 'KeyCRM said that it created this product, and did not show it within a minute. It was not sent a second time. Look into KeyCRM; when you start again, it is looked for first.', 'stock-sync-for-keycrm' ),
			CreateReason::NO_ANSWER => __( 'KeyCRM was asked several times to create this product, and neither answered nor has it. Start again later; it is looked for first.', 'stock-sync-for-keycrm' ),
			default => '',
		};
	}

	/** @return list<array{label: string, value: string}> What the product gets on the other side. */
	public static function fields( Creation $made ): array {
		$fields = array(
			__( 'Name', 'stock-sync-for-keycrm' )     => $made->name,
			__( 'Variation', 'stock-sync-for-keycrm' ) => implode( ', ', array_map( static fn ( array $one ): string => "{$one['name']}: {$one['value']}", $made->properties ) ),
			__( 'Price', 'stock-sync-for-keycrm' )    => null === $made->price ? '' : number_format_i18n( $made->price, 2 ) . ' ' . $made->currency,
			__( 'Barcode', 'stock-sync-for-keycrm' )  => $made->barcode,
			__( 'Weight, kg', 'stock-sync-for-keycrm' ) => null === $made->weight ? '' : rtrim( rtrim( number_format_i18n( $made->weight, 3 ), '0' ), '.,' ),
			__( 'Pictures', 'stock-sync-for-keycrm' ) => $made->pictures > 0 ? number_format_i18n( $made->pictures ) : '',
			__( 'Category', 'stock-sync-for-keycrm' ) => in_array( Creation::NO_CATEGORY, $made->notes, true )
				/* translators: %s: name of a category. */
				? sprintf( __( 'none, because there is no category “%s” there', 'stock-sync-for-keycrm' ), $made->category )
				: $made->category,
		);
		$shown  = array();
		foreach ( array_filter( $fields, static fn ( string $value ): bool => '' !== $value ) as $label => $value ) {
			$shown[] = array(
				'label' => $label,
				'value' => $value,
			);
		}
		return $shown;
	}
}
