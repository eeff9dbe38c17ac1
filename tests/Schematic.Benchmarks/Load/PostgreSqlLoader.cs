using Npgsql;
using Schematic.Benchmarks.Seeding;
using Schematic.Contracts.Entities;

namespace Schematic.Benchmarks.Load;

/// <summary>Each group is one batch of prepared statements: one round trip, and one transaction.</summary>
internal sealed class PostgreSqlLoader : IBareLoader
{
    private readonly NpgsqlConnection _connection;
    private readonly SeedScope _scope;

    private PostgreSqlLoader(NpgsqlConnection connection, SeedScope scope) =>
        (_connection, _scope) = (connection, scope);

    public static async Task<PostgreSqlLoader> OpenAsync(string connectionString, SeedScope scope)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50 }.ToString()
        );
        await connection.OpenAsync();
        return new PostgreSqlLoader(connection, scope);
    }

    public async Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<SeedRows> companies)
    {
        await using var batch = new NpgsqlBatch(_connection);
        foreach (var rows in companies)
            AddInserts(batch, rows);
        var seqs = new List<long>(companies.Count);
        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
                seqs.Add(reader.GetInt64(0));
        } while (await reader.NextResultAsync());
        return seqs;
    }

    public async Task UpdateAsync(IReadOnlyList<(SeedRows Rows, bool SearchChanged)> companies)
    {
        await using var batch = new NpgsqlBatch(_connection);
        // In order, so that nobody who writes the same companies is locked out.
        foreach (var (rows, searchChanged) in companies.OrderBy(static company => company.Rows.Seq))
        {
            var now = rows.CreatedAt;
            Add(
                batch,
                "UPDATE entities SET last_seen_at = $1, updated_at = $1, traits = $2 WHERE seq = $3",
                now,
                rows.Traits(_scope),
                rows.Seq
            );
            if (searchChanged)
                Add(batch, "UPDATE entity_search SET text = $1 WHERE entity_seq = $2", rows.SearchDocument, rows.Seq);
        }

        await batch.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void AddInserts(NpgsqlBatch batch, SeedRows rows)
    {
        var (environment, now) = (_scope.EnvironmentSeq, rows.CreatedAt);
        Add(
            batch,
            """
            INSERT INTO entities
                (id, entity_type, environment_seq, name, sort_name, traits, last_seen_at, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING seq
            """,
            rows.Id,
            (int)EntityType.Company,
            environment,
            rows.Company.Name,
            rows.SortName,
            rows.Traits(_scope),
            rows.Company.LastSeenAt,
            now
        );
        Add(
            batch,
            """
            INSERT INTO entity_keys
                (entity_seq, definition_seq, environment_seq, value, value_hash, created_at, updated_at)
            VALUES (lastval(), $1, $2, $3, $4, $5, $5), (lastval(), $6, $2, $7, $8, $5, $5)
            """,
            _scope.DomainSeq,
            environment,
            rows.Company.Domain,
            rows.DomainHash,
            now,
            _scope.CrmIdSeq,
            rows.Company.CrmId,
            rows.CrmIdHash
        );
        Add(
            batch,
            "INSERT INTO entity_search (entity_seq, environment_seq, entity_type, text) VALUES (lastval(), $1, $2, $3)",
            environment,
            (int)EntityType.Company,
            rows.SearchDocument
        );
    }

    private static void Add(NpgsqlBatch batch, string sql, params IReadOnlyList<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
