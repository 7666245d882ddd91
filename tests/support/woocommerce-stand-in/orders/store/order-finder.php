<?php
/**
 * Answers wc_get_orders() from the storage in use.
 */

declare(strict_types=1);

namespace WooStandIn\Orders\Store;

use Automattic\WooCommerce\Utilities\OrderUtil;
use stdClass;

final class OrderFinder {
	private const IN_POSTS = array( 'id' => 'ID', 'status' => 'post_status', 'type' => 'post_type', 'date_created' => 'post_date_gmt', 'date_modified' => 'post_modified_gmt', 'parent' => 'post_parent' );

	private const IN_TABLES = array( 'id' => 'id', 'status' => 'status', 'type' => 'type', 'date_created' => 'date_created_gmt', 'date_modified' => 'date_updated_gmt', 'parent' => 'parent_order_id', 'customer' => 'customer_id' );

	/** @var array<string, string> */
	private array $columns;

	/** @param array<string, mixed> $args */
	public function __construct( private array $args ) {
		$this->columns = OrderUtil::custom_orders_table_usage_is_enabled() ? self::IN_TABLES : self::IN_POSTS;
	}

	/** @return list<mixed>|stdClass */
	public function find(): array|stdClass {
		global $wpdb;
		$from  = OrderUtil::get_table_for_orders() . ' o WHERE ' . implode( ' AND ', $this->conditions() );
		$limit = (int) $this->args['limit'];
		$skip  = '' === $this->args['offset'] ? max( 0, ( (int) $this->args['page'] - 1 ) * $limit ) : (int) $this->args['offset'];
		$ids   = array_map( 'intval', $wpdb->get_col( "SELECT o.{$this->columns['id']} FROM {$from} {$this->order()}" . ( $limit > 0 ? $wpdb->prepare( ' LIMIT %d OFFSET %d', $limit, $skip ) : '' ) ) );
		$found = 'ids' === $this->args['return'] ? $ids : array_values( array_filter( array_map( 'wc_get_order', $ids ) ) );
		if ( empty( $this->args['paginate'] ) ) {
			return $found;
		}
		$total = (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$from}" );
		return (object) array( 'orders' => $found, 'total' => $total, 'max_num_pages' => $limit > 0 ? (int) ceil( $total / $limit ) : 1 );
	}

	private function order(): string {
		$by = array( 'ID' => 'id', 'id' => 'id', 'date' => 'date_created', 'modified' => 'date_modified' )[ $this->args['orderby'] ] ?? null;
		if ( null === $by ) {
			return '';
		}
		$way = 'ASC' === strtoupper( $this->args['order'] ) ? 'ASC' : 'DESC';
		return "ORDER BY o.{$this->columns[ $by ]} $way, o.{$this->columns['id']} $way";
	}

	/** @return list<string> */
	private function conditions(): array {
		$statuses = (array) $this->args['status'];
		$all      = array( $this->one_of( 'type', (array) $this->args['type'] ) );
		if ( array() === array_intersect( array( 'any', 'all' ), $statuses ) ) {
			$all[] = $this->one_of( 'status', array_map( static fn( string $status ): string => wc_is_order_status( "wc-$status" ) ? "wc-$status" : $status, $statuses ) );
		}
		foreach ( array( 'parent' => 'parent', 'customer_id' => 'customer', 'customer' => 'customer', 'post__in' => 'id', 'include' => 'id' ) as $arg => $column ) {
			if ( ! empty( $this->args[ $arg ] ) && isset( $this->columns[ $column ] ) ) {
				$all[] = $this->one_of( $column, (array) $this->args[ $arg ] );
			}
		}
		if ( ! empty( $this->args['exclude'] ) ) {
			$all[] = 'NOT ' . $this->one_of( 'id', (array) $this->args['exclude'] );
		}
		foreach ( array( 'date_created', 'date_modified' ) as $date ) {
			if ( ! empty( $this->args[ $date ] ) ) {
				$all[] = ( new DateCondition( "o.{$this->columns[ $date ]}" ) )->sql( $this->args[ $date ] );
			}
		}
		return array( ...$all, ...$this->meta_conditions() );
	}

	/** @param list<string|int> $values */
	private function one_of( string $column, array $values ): string {
		global $wpdb;
		return $wpdb->prepare( "o.{$this->columns[ $column ]} IN ( " . implode( ', ', array_fill( 0, count( $values ), '%s' ) ) . ' )', $values );
	}

	/**
	 * Orders stored as posts cannot be queried by meta; WooCommerce reports this and ignores the condition.
	 *
	 * @return list<string>
	 */
	private function meta_conditions(): array {
		global $wpdb;
		$clauses = array_filter( (array) ( $this->args['meta_query'] ?? array() ), 'is_array' );
		if ( array() !== $clauses && self::IN_POSTS === $this->columns ) {
			wc_doing_it_wrong( 'wc_get_orders', 'meta_query is for orders kept in their own tables.', '9.2' );
			return array();
		}
		$all = array();
		foreach ( $clauses as $clause ) {
			$compare = strtoupper( $clause['compare'] ?? '=' );
			$value   = str_contains( $compare, 'EXISTS' ) ? '' : $wpdb->prepare( ' AND m.meta_value = %s', $clause['value'] ?? '' );
			$is_not  = in_array( $compare, array( 'NOT EXISTS', '!=' ), true ) ? 'NOT ' : '';
			$all[]   = $is_not . $wpdb->prepare( "EXISTS ( SELECT 1 FROM {$wpdb->prefix}wc_orders_meta m WHERE m.order_id = o.id AND m.meta_key = %s", $clause['key'] ) . "$value )";
		}
		return $all;
	}
}
