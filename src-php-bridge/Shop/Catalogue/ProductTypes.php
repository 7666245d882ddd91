<?php
/**
 * Which types of products there are, and which of them keep a stock quantity of their own.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Hooks;

/** WooCommerce's own types and those of widespread extensions, by the slug in the taxonomy `product_type`. */
final class ProductTypes {

	private const KINDS = array(
		'simple'                 => ProductKind::Unit,
		'variation'              => ProductKind::Unit,
		'subscription'           => ProductKind::Unit,
		'subscription_variation' => ProductKind::Unit,
		'variable'               => ProductKind::Container,
		'variable-subscription'  => ProductKind::Container,
		'bundle'                 => ProductKind::Container,
		'composite'              => ProductKind::Container,
		'mix-and-match'          => ProductKind::Container,
		'booking'                => ProductKind::Container,
		'accommodation-booking'  => ProductKind::Container,
		'appointment'            => ProductKind::Container,
		'pw-gift-card'           => ProductKind::Container,
		'woosb'                  => ProductKind::Container,
		'yith_bundle'            => ProductKind::Container,
		'yith-composite'         => ProductKind::Container,
		'grouped'                => ProductKind::Numberless,
		'external'               => ProductKind::Numberless,
	);

	/** @var array<string, ProductKind>|null By slug; null until the filter has been asked. */
	private ?array $kinds = null;

	public function kind_of( string $type ): ProductKind {
		return $this->kinds()[ $type ] ?? ProductKind::Unknown;
	}

	/** @return list<string> Slugs of types that are not listed without an SKU. */
	public function not_listed_without_sku(): array {
		return array_map( 'strval', array_keys( array_filter( $this->kinds(), static fn ( ProductKind $kind ): bool => ! $kind->is_listed_without_sku() ) ) );
	}

	/** @return list<string> Slugs of types that have no variations. */
	public function without_variations(): array {
		return array_map( 'strval', array_keys( array_filter( $this->kinds(), static fn ( ProductKind $kind ): bool => ! $kind->may_have_variations() ) ) );
	}

	/** @return array<string, ProductKind> */
	private function kinds(): array {
		if ( null === $this->kinds ) {
			$filtered    = Hooks::product_types( array_map( static fn ( ProductKind $kind ): string => $kind->value, self::KINDS ) );
			$this->kinds = array_filter( array_map( static fn ( mixed $kind ): ?ProductKind => is_string( $kind ) ? ProductKind::tryFrom( $kind ) : null, $filtered ) );
		}
		return $this->kinds;
	}
}
