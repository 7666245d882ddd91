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
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Stock\Side;

final class CreationText {

	/** The button that has the list made. */
	public static function button( RunMode $mode ): string {
		return RunMode::CreateInShop === $mode
			? __( 'Create drafts of these …', 'stock-sync-for-keycrm' )
			: __( 'Create these in KeyCRM …', 'stock-sync-for-keycrm' );
	}

	/** The label beside the progress bar. */
	public static function phase( Run $run ): string {
		if ( RunMode::CreateInShop === $run->mode ) {
			return RunPhase::Write === $run->phase ? __( 'Creating drafts', 'stock-sync-for-keycrm' ) : __( 'Looking up what KeyCRM’s products are called', 'stock-sync-for-keycrm' );
		}
		return RunPhase::Write === $run->phase ? __( 'Creating products in KeyCRM', 'stock-sync-for-keycrm' ) : __( 'Looking up which of your products KeyCRM lacks', 'stock-sync-for-keycrm' );
	}

	/** What an ended run has done, for the log. */
	public static function ended( Run $run ): string {
		$made     = $run->counts->count( Outcome::Created );
		$sentence = RunMode::CreateInShop === $run->mode
			/* translators: 1: number of the run, 2: how many products. */
			? _n( 'Run %1$d created %2$d product in the shop, as a draft.', 'Run %1$d created %2$d products in the shop, as drafts.', $made, 'stock-sync-for-keycrm' )
			/* translators: 1: number of the run, 2: how many products. */
			: _n( 'Run %1$d created %2$d product in KeyCRM.', 'Run %1$d created %2$d products in KeyCRM.', $made, 'stock-sync-for-keycrm' );
		return sprintf( $sentence, $run->id, $made );
	}

	/** What confirming does. */
	public static function confirm( Run $run ): string {
		$count = $run->counts->count( Outcome::Created );
		if ( RunMode::CreateInShop === $run->mode ) {
			/* translators: %s: how many products. */
			return sprintf( _n( 'Create %s draft', 'Create drafts of %s products', $count, 'stock-sync-for-keycrm' ), number_format_i18n( $count ) );
		}
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
					...RunMode::CreateInShop === $run->mode ? self::would_make_drafts( $count ) : self::would_go_to_keycrm( $count, $written ),
					$left > 0 ? sprintf(
						/* translators: %s: how many products. */
						_n( '%s more product cannot be created; the list says why.', '%s more products cannot be created; the list says why.', $left, 'stock-sync-for-keycrm' ),
						number_format_i18n( $left )
					) : '',
				)
			)
		);
	}

	/** @return list<string> */
	private static function would_make_drafts( int $count ): array {
		return array(
			sprintf(
				/* translators: %s: how many products and variations. */
				_n( '%s product would be created in the shop, as a draft: with its name, SKU, price, barcode, weight and picture from KeyCRM, and with its stock quantity.', '%s products would be created in the shop, as drafts: with their names, SKUs, prices, barcodes, weights and pictures from KeyCRM, and with their stock quantities.', $count, 'stock-sync-for-keycrm' ),
				number_format_i18n( $count )
			),
			__( 'Shoppers do not see a draft. Look at each, and publish it yourself.', 'stock-sync-for-keycrm' ),
		);
	}

	/** @return list<string> */
	private static function would_go_to_keycrm( int $count, Side $written ): array {
		return array(
			sprintf(
				/* translators: %s: how many products and variations. */
				_n( '%s product would be created in KeyCRM: its name, SKU, price, barcode, weight and pictures are sent there.', '%s products would be created in KeyCRM: their names, SKUs, prices, barcodes, weights and pictures are sent there.', $count, 'stock-sync-for-keycrm' ),
				number_format_i18n( $count )
			),
			Side::KeyCrm === $written
				? __( 'Their stock quantities follow by themselves, as for all products.', 'stock-sync-for-keycrm' )
				: __( 'KeyCRM has no stock of a new product. While KeyCRM leads, the next sync therefore sets the shop’s quantity of it to 0, until its stock is entered in KeyCRM. To keep the shop’s quantities, first choose under Settings → Where stock is kept that this shop leads: then they go along.', 'stock-sync-for-keycrm' ),
		);
	}

	/** @return string '' where there is nothing to explain. */
	public static function reason( string $reason ): string {
		if ( str_starts_with( $reason, CreateReason::REFUSED ) ) {
			/* translators: %s: KeyCRM's own words. */
			return sprintf( __( 'KeyCRM refused this product and said: “%s”. Nothing was created. Correct the product in the shop, and create it again.', 'stock-sync-for-keycrm' ), substr( $reason, strlen( CreateReason::REFUSED ) ) );
		}
		if ( str_starts_with( $reason, CreateReason::SHOP_REFUSED ) ) {
			/* translators: %s: technical message of another plugin or of WooCommerce. */
			return sprintf( __( 'WooCommerce or another plugin did not let the draft be saved: %s. Nothing of it was stored. Start again; if it stays so, show this message to your developer.', 'stock-sync-for-keycrm' ), substr( $reason, strlen( CreateReason::SHOP_REFUSED ) ) );
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
			default => self::reason_in_shop( $reason ),
		};
	}

	private static function reason_in_shop( string $reason ): string {
		return match ( $reason ) {
			CreateReason::SHOP_HAS_IT => __( 'The shop has a product with this SKU by now, so no draft was created. The next sync finds it.', 'stock-sync-for-keycrm' ),
			CreateReason::GONE => __( 'KeyCRM no longer has this product, so no draft was created.', 'stock-sync-for-keycrm' ),
			CreateReason::ARCHIVED_THERE => __( 'This product is in KeyCRM’s archive, so no draft was created. Take it out of the archive there if you sell it.', 'stock-sync-for-keycrm' ),
			CreateReason::NO_SKU_THERE => __( 'This product has no SKU in KeyCRM, so it could not be told from others. Enter an SKU in KeyCRM.', 'stock-sync-for-keycrm' ),
			CreateReason::NEAR_MISS_HERE => __( 'The shop has a product whose SKU differs only a little, so this one is probably there already. Correct the SKU on one side; if they are two products, make the SKUs differ more.', 'stock-sync-for-keycrm' ),
			CreateReason::SIBLING_HERE => __( 'The shop sells other variants of this product already. Add this one to that product as a variation, with the same SKU.', 'stock-sync-for-keycrm' ),
			CreateReason::NO_STOCK => __( 'The draft was created, but KeyCRM’s stock of it could not be read, so its quantity is 0 until the next sync.', 'stock-sync-for-keycrm' ),
			CreateReason::NOT_STORED => __( 'WooCommerce saved the draft, and the database does not hold it as it was meant, so nothing of it was kept. Start again; if it stays so, show this message to your developer.', 'stock-sync-for-keycrm' ),
			default => '',
		};
	}

	/** @return list<array{label: string, value: string}> What the product gets on the other side. */
	public static function fields( Creation $made ): array {
		$fields = array(
			__( 'Name', 'stock-sync-for-keycrm' )     => $made->name,
			__( 'Variation', 'stock-sync-for-keycrm' ) => implode( ', ', array_map( static fn ( array $one ): string => "{$one['name']}: {$one['value']}", $made->properties ) ),
			__( 'Price', 'stock-sync-for-keycrm' )    => match ( true ) {
				in_array( Creation::NO_PRICE, $made->notes, true ) => __( 'none, because it is in another currency', 'stock-sync-for-keycrm' ),
				null === $made->price => '',
				default => number_format_i18n( $made->price, 2 ) . ' ' . $made->currency,
			},
			__( 'Barcode', 'stock-sync-for-keycrm' )  => in_array( Creation::NO_BARCODE, $made->notes, true )
				/* translators: %s: a barcode. */
				? sprintf( __( 'none, because WooCommerce does not take %s', 'stock-sync-for-keycrm' ), $made->barcode )
				: $made->barcode,
			__( 'Weight, kg', 'stock-sync-for-keycrm' ) => null === $made->weight ? '' : rtrim( rtrim( number_format_i18n( $made->weight, 3 ), '0' ), '.,' ),
			__( 'Pictures', 'stock-sync-for-keycrm' ) => match ( true ) {
				in_array( Creation::NO_PICTURE, $made->notes, true ) => __( 'none, because the picture could not be fetched', 'stock-sync-for-keycrm' ),
				$made->pictures > 0 => number_format_i18n( $made->pictures ),
				default => '',
			},
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
