<?php
/**
 * Remembers of which written products nobody has been told yet.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * The numbers of a page and this note are committed together; the note goes when stock statuses are
 * saved, listeners told and caches dropped. Where a process dies in between, the next one finds the
 * note. Without it a product could have its number but stay "out of stock", since a number that is right
 * is never written again.
 */
final class UntoldNews {

	private const PREFIX = 'keycrm_stock_news_';

	/** Seconds after which nobody can be at work on it any more. */
	private const LEFT_BEHIND = 600;

	private string $name = '';

	public function __construct( private readonly \wpdb $wpdb ) {}

	/** @param list<int> $ids */
	public function note( array $ids ): void {
		$this->name = self::PREFIX . wp_generate_uuid4();
		$this->wpdb->insert(
			$this->wpdb->options,
			array(
				'option_name'  => $this->name,
				'option_value' => $this->text( $ids ),
				'autoload'     => 'off',
			)
		);
	}

	public function forget(): void {
		$this->wpdb->delete( $this->wpdb->options, array( 'option_name' => $this->name ) );
	}

	/** @return list<int> Products of a process that died, taken over so that no other process does. */
	public function take_over(): array {
		$like = addcslashes( self::PREFIX, '_' ) . '%';
		/** @var list<array{string, string}> $rows */
		$rows = $this->wpdb->get_results( "SELECT option_name, option_value FROM {$this->wpdb->options} WHERE option_name LIKE '{$like}'", 'ARRAY_N' ) ?? array();
		foreach ( $rows as [ $name, $value ] ) {
			[ $at, $ids ] = $this->parts( $value );
			if ( $at < time() - self::LEFT_BEHIND && 1 === $this->claim( $name, $value, $ids ) ) {
				$this->name = $name;
				return $ids;
			}
		}
		return array();
	}

	/**
	 * @param list<int> $ids
	 * @return int 1 where nobody was faster.
	 */
	private function claim( string $name, string $value, array $ids ): int {
		$where = array(
			'option_name'  => $name,
			'option_value' => $value,
		);
		return (int) $this->wpdb->update( $this->wpdb->options, array( 'option_value' => $this->text( $ids ) ), $where );
	}

	/** @param list<int> $ids */
	private function text( array $ids ): string {
		return time() . ':' . implode( ',', $ids );
	}

	/** @return array{int, list<int>} */
	private function parts( string $value ): array {
		[ $at, $ids ] = array( ...explode( ':', $value, 2 ), '' );
		return array( (int) $at, array_map( 'intval', array_values( array_filter( explode( ',', $ids ) ) ) ) );
	}
}
