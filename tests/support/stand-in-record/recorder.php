<?php
/**
 * Records what WooCommerce does: its actions in order with their arguments, and the resulting rows.
 *
 * It is plain PHP without a namespace, because the tests send it as text into a running WordPress.
 */

final class StandInRecorder {
	/** @var array<int, string> Names for ids, so that two shops can be compared. */
	private array $names = array();

	/** @var list<array{step: string, result: string, actions: list<string>, rows: array<string, mixed>}> */
	private array $steps = array();

	/** @var array<string, mixed> The rows after the last step, by path. */
	private array $last = array();

	/** @var list<string> */
	private array $actions = array();

	/** @var array<string, int> How often each action had run at the last check. */
	private array $runs = array();

	private bool $listening = false;

	public function __construct( private StandInRows $rows ) {
		add_filter( 'all', array( $this, 'hear' ), 1, 9 );
	}

	/** Gives an id a name. Rows of ids without a name are not recorded. */
	public function name( int $id, string $name ): void {
		$this->names[ $id ] = $name;
	}

	/** Does one step, and records its actions and the rows of each named id after it. */
	public function step( string $title, callable $work ): mixed {
		$this->rows->arm( array_keys( $this->names ) );
		$this->actions   = array();
		$this->listening = true;
		try {
			$result = $work( $this );
		} catch ( Exception $caught ) {
			$result = get_class( $caught ) . ': ' . $caught->getCode();
		} finally {
			$this->listening = false;
		}
		$this->steps[] = array(
			'step'    => $title,
			'result'  => $this->renamed( $this->told( $result ) ),
			'actions' => array_map( array( $this, 'renamed' ), $this->actions ),
			'rows'    => $this->changed_rows(),
		);
		return $result;
	}

	/** @return array<string, mixed> Differences to the step before, by path; null: removed. */
	private function changed_rows(): array {
		$now       = self::flat( $this->rows->all( $this->names ), '' );
		$changed   = array_udiff_assoc( $now, $this->last, static fn( mixed $one, mixed $other ): int => $one === $other ? 0 : 1 );
		$changed  += array_fill_keys( array_keys( array_diff_key( $this->last, $now ) ), null );
		$this->last = $now;
		ksort( $changed );
		return $changed;
	}

	/**
	 * @param array<string, mixed> $tree
	 * @return array<string, mixed>
	 */
	private static function flat( array $tree, string $path ): array {
		$flat = array();
		foreach ( $tree as $key => $value ) {
			$flat += is_array( $value ) && ! array_is_list( $value )
				? self::flat( $value, "$path$key." )
				: array( $path . $key => $value );
		}
		return $flat;
	}

	/** @return list<array<string, mixed>> */
	public function steps(): array {
		return $this->steps;
	}

	/** Runs on every hook. It records only WooCommerce's actions, and those of WordPress that caches depend on. */
	public function hear( string $hook, mixed ...$args ): void {
		$run  = did_action( $hook );
		$seen = $this->runs[ $hook ] ?? 0;
		// A filter does not raise the number. Actions that ran before the step are not recorded.
		$this->runs[ $hook ] = $run;
		if ( ! $this->listening || $run <= $seen || ! StandInRows::is_kept( $hook, $args ) ) {
			return;
		}
		$this->actions[] = trim( $hook . ' ' . implode( ' | ', array_map( array( $this, 'told' ), $args ) ) );
	}

	/** Describes an argument so that the text is the same in every shop. */
	private function told( mixed $value ): string {
		if ( $value instanceof WC_Product ) {
			return sprintf( '<%s#%d %s %s>', $value->get_type(), $value->get_id(), wp_json_encode( $value->get_stock_quantity() ), $value->get_stock_status() );
		}
		if ( $value instanceof WC_Abstract_Order ) {
			return sprintf( '<order#%d %s>', $value->get_id(), $value->get_status() );
		}
		if ( $value instanceof WC_Order_Item_Product ) {
			return sprintf( '<item of product#%d x%s>', $value->get_variation_id() ?: $value->get_product_id(), $value->get_quantity() );
		}
		if ( $value instanceof WP_Post ) {
			return sprintf( '<post#%d>', $value->ID );
		}
		if ( is_object( $value ) ) {
			return '<' . ( $value instanceof WC_Data_Store ? 'data store' : get_class( $value ) ) . '>';
		}
		if ( is_array( $value ) ) {
			$parts = array();
			foreach ( $value as $key => $part ) {
				$parts[] = ( is_int( $key ) ? '' : $key . ': ' ) . $this->told( $part );
			}
			return '[' . implode( ', ', $parts ) . ']';
		}
		return is_int( $value ) && $value >= StandInRows::FIRST_ID ? '#' . $value : (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}

	/** Replaces ids by names, after a step has given names to all of them. */
	private function renamed( string $line ): string {
		return (string) preg_replace_callback(
			'/#(\d+)/',
			fn( array $found ): string => ' ' . ( $this->names[ (int) $found[1] ] ?? '?' ),
			$line
		);
	}
}
