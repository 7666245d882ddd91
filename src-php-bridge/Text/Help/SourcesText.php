<?php
/**
 * The three ways to keep stock: in KeyCRM, in the shop, or in an ERP that writes into one of them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Help;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;

/**
 * In the words of KeyCRM's own screens («…»), which are Ukrainian whatever the shop's language is.
 *
 * @phpstan-type Way array{way: string, label: string, about: string, picture_text: string, directions: list<array{value: string, label: string, about: string}>, steps: list<string>, settings: list<string>}
 */
final class SourcesText {

	/** @return list<Way> @see src-admin/contract/sources.ts sourcesSchema */
	public static function ways(): array {
		return array( self::keycrm(), self::shop(), self::erp() );
	}

	/** @return Way */
	private static function keycrm(): array {
		return array(
			'way'          => 'keycrm',
			'label'        => __( 'KeyCRM', 'stock-sync-for-keycrm' ),
			'about'        => __( 'Deliveries, stocktakes and sales are entered in KeyCRM. The shop gets its quantities, and nothing is sent to KeyCRM.', 'stock-sync-for-keycrm' ),
			'picture_text' => __( 'KeyCRM keeps the stock; its quantities go to WooCommerce.', 'stock-sync-for-keycrm' ),
			'directions'   => array( self::direction( Settings::KEYCRM_TO_SHOP, '', '' ) ),
			'steps'        => array(
				self::paste_the_key(),
				__( 'Switch on: look at the preview of the set-up, apply it, and leave “Sync automatically” on (Settings → Schedule).', 'stock-sync-for-keycrm' ),
				self::copy_the_address(),
				__( 'Map warehouses: choose under Settings → Stock available for sale whose stock this shop offers, and how much of it.', 'stock-sync-for-keycrm' ),
				__( 'Existing orders: say under Settings → Orders KeyCRM does not count yet which of them are still missing from KeyCRM’s stock. Where somebody types them in, tick the statuses in which they are.', 'stock-sync-for-keycrm' ),
				__( 'New orders: create a trigger in KeyCRM («Налаштування» → «Додатково» → «Автоматизація») that sends a webhook to the same address when an order’s status changes.', 'stock-sync-for-keycrm' ),
				__( 'From then on each movement of stock in KeyCRM is in the shop within seconds. The schedule compares everything besides.', 'stock-sync-for-keycrm' ),
			),
			'settings'     => array( ...self::read_settings(), ...self::settings_of_all() ),
		);
	}

	/** @return Way */
	private static function shop(): array {
		return array(
			'way'          => 'shop',
			'label'        => __( 'This shop', 'stock-sync-for-keycrm' ),
			'about'        => __( 'Stock is entered in WooCommerce. KeyCRM gets the shop’s quantities after each sale, refund, edit or import, and nothing is written into the shop.', 'stock-sync-for-keycrm' ),
			'picture_text' => __( 'WooCommerce keeps the stock; its quantities go to KeyCRM.', 'stock-sync-for-keycrm' ),
			'directions'   => array( self::direction( Settings::SHOP_TO_KEYCRM, '', '' ) ),
			'steps'        => array(
				self::paste_the_key(),
				__( 'Switch on: choose “This shop” under Settings → Where stock is kept, look at the preview and apply it. Leave “Sync automatically” on (Settings → Schedule).', 'stock-sync-for-keycrm' ),
				__( 'Copy the webhook’s address from Settings → Webhooks into KeyCRM («Налаштування» → «Товари» → «Склад» → «Вебхуки»): when KeyCRM reserves an order, or somebody edits the stock there, the shop’s quantity is put right within seconds, and otherwise with the next sync.', 'stock-sync-for-keycrm' ),
				__( 'Map warehouses: choose the warehouse of KeyCRM that gets the shop’s quantities. If another plugin keeps stock by place, choose one for each place.', 'stock-sync-for-keycrm' ),
				__( 'Existing orders: the shop has taken their units off its quantities already. What KeyCRM has reserved for them is added to what it gets, so that it has as much for sale as the shop.', 'stock-sync-for-keycrm' ),
				__( 'New orders: each takes its units off the shop’s quantity, which goes to KeyCRM. No trigger is needed for that.', 'stock-sync-for-keycrm' ),
				__( 'From then on each movement of stock in the shop is in KeyCRM within seconds. The schedule compares everything besides, and sends only what differs.', 'stock-sync-for-keycrm' ),
			),
			'settings'     => array( __( 'Webhooks', 'stock-sync-for-keycrm' ), ...self::settings_of_all() ),
		);
	}

	/** @return Way */
	private static function erp(): array {
		return array(
			'way'          => 'erp',
			'label'        => __( 'An ERP (1C, BAS, MoySklad, Ordage …)', 'stock-sync-for-keycrm' ),
			'about'        => __( 'A third program keeps the stock and writes it into KeyCRM or into WooCommerce, but never into both. The other one follows.', 'stock-sync-for-keycrm' ),
			'picture_text' => __( 'The ERP writes into KeyCRM and WooCommerce follows, or it writes into WooCommerce and KeyCRM follows.', 'stock-sync-for-keycrm' ),
			'directions'   => array(
				self::direction( Settings::KEYCRM_TO_SHOP, __( 'It writes into KeyCRM', 'stock-sync-for-keycrm' ), __( 'The shop gets KeyCRM’s quantities, as if they were entered in KeyCRM by hand.', 'stock-sync-for-keycrm' ) ),
				self::direction( Settings::SHOP_TO_KEYCRM, __( 'It writes into WooCommerce', 'stock-sync-for-keycrm' ), __( 'KeyCRM gets the shop’s quantities, as if they were entered in WooCommerce by hand.', 'stock-sync-for-keycrm' ) ),
			),
			'steps'        => array(
				self::paste_the_key(),
				__( 'Switch on: choose under Settings → Where stock is kept into which of the two the ERP writes, look at the preview and apply it.', 'stock-sync-for-keycrm' ),
				__( 'Copy the webhook’s address from Settings → Webhooks into KeyCRM, if the ERP writes there.', 'stock-sync-for-keycrm' ),
				__( 'Map warehouses: if the ERP writes into KeyCRM, choose the warehouses that it fills; if it writes into WooCommerce, the warehouse that gets the shop’s quantities.', 'stock-sync-for-keycrm' ),
				__( 'Existing orders and new orders: as described above for the one into which the ERP writes. Check that the ERP gets the shop’s orders, or it writes back what is sold already.', 'stock-sync-for-keycrm' ),
				__( 'From then on what the ERP writes is in the other one within seconds.', 'stock-sync-for-keycrm' ),
			),
			'settings'     => self::settings_of_all(),
		);
	}

	/** @return array{value: string, label: string, about: string} */
	private static function direction( string $value, string $label, string $about ): array {
		return array(
			'value' => $value,
			'label' => $label,
			'about' => $about,
		);
	}

	private static function paste_the_key(): string {
		return __( 'Paste the API key from KeyCRM («Налаштування» → «Основні» → «API-ключ») under Settings → Connection.', 'stock-sync-for-keycrm' );
	}

	private static function copy_the_address(): string {
		return __( 'Copy the webhook’s address from Settings → Webhooks into KeyCRM («Налаштування» → «Товари» → «Склад» → «Вебхуки»).', 'stock-sync-for-keycrm' );
	}

	/** @return list<string> Settings that say what is done with KeyCRM's quantities. */
	private static function read_settings(): array {
		return array(
			__( 'Stock available for sale: warehouses, their limits, reserve, buffer', 'stock-sync-for-keycrm' ),
			__( 'Orders KeyCRM does not count yet', 'stock-sync-for-keycrm' ),
			__( 'Products', 'stock-sync-for-keycrm' ),
			__( 'Webhooks', 'stock-sync-for-keycrm' ),
		);
	}

	/** @return list<string> */
	private static function settings_of_all(): array {
		return array(
			__( 'Where stock is kept', 'stock-sync-for-keycrm' ),
			__( 'Schedule', 'stock-sync-for-keycrm' ),
			__( 'Safety', 'stock-sync-for-keycrm' ),
		);
	}
}
