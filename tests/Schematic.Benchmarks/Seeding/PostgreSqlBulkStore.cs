using Npgsql;
using NpgsqlTypes;
using Schematic.Contracts.Entities;

namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// Binary COPY on two connections at a time, with indexes and references made again, and checked, at the end.
/// </summary>
internal sealed class PostgreSqlBulkStore(string connectionString, SeedScope scope) : IBulkStore
{
    private const string Tables = "('entities'::regclass, 'entity_keys'::regclass, 'entity_search'::regclass)";

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            CommandTimeout = 0,
            // Of this session alone: the load is no part of the server's tuning.
            Options = "-c maintenance_work_mem=1GB -c max_parallel_maintenance_workers=2",
        }
    );

    private readonly List<(string Name, string Drop, string Make)> _aside = [];

    public async Task BeginAsync()
    {
        await ReadAsideAsync(
            $"""
            SELECT conname, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname), format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE contype = 'f' AND conrelid IN {Tables}
            """
        );
        await ReadAsideAsync(
            $"""
            SELECT i.indexrelid::regclass::text, format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            FROM pg_index i WHERE i.indrelid IN {Tables} AND NOT i.indisprimary
            """
        );
        foreach (var (_, drop, _) in _aside)
            await ExecuteAsync(drop);
    }

    public Task WriteAsync(IReadOnlyList<SeedRows> rows) =>
        Task.WhenAll(
            Task.Run(async () =>
            {
                await CopyAsync(
                    "entities (seq, id, entity_type, environment_seq, name, sort_name, traits, last_seen_at, created_at, updated_at)",
                    rows,
                    WriteEntity
                );
                await CopyAsync("entity_search (entity_seq, environment_seq, entity_type, text)", rows, WriteSearch);
            }),
            Task.Run(async () =>
            {
                await CopyAsync(
                    "entity_keys (entity_seq, definition_seq, environment_seq, value, value_hash, created_at, updated_at)",
                    rows,
                    WriteKeys
                );
            })
        );

    public async Task EndAsync()
    {
        await ExecuteAsync("SELECT setval(pg_get_serial_sequence('entities', 'seq'), max(seq)) FROM entities");
        // Indexes first: the references are checked through them.
        foreach (var (name, _, make) in Enumerable.Reverse(_aside))
            await Phase.TimeAsync($"building {name}", () => ExecuteAsync(make));
        await Phase.TimeAsync(
            "vacuum and statistics",
            () => ExecuteAsync("VACUUM (ANALYZE) entities, entity_keys, entity_search")
        );
        await Phase.TimeAsync("checkpoint", () => ExecuteAsync("CHECKPOINT"));
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task ReadAsideAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _aside.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task CopyAsync(
        string columns,
        IReadOnlyList<SeedRows> rows,
        Action<NpgsqlBinaryImporter, SeedRows> write
    )
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
            write(copy, row);
        await copy.CompleteAsync();
    }

    private void WriteEntity(NpgsqlBinaryImporter copy, SeedRows row)
    {
        copy.StartRow();
        copy.Write(row.Seq, NpgsqlDbType.Bigint);
        copy.Write(row.Id, NpgsqlDbType.Text);
        copy.Write((int)EntityType.Company, NpgsqlDbType.Integer);
        copy.Write(scope.EnvironmentSeq, NpgsqlDbType.Integer);
        copy.Write(row.Company.Name, NpgsqlDbType.Text);
        copy.Write(row.SortName, NpgsqlDbType.Text);
        copy.Write(row.Traits(scope), NpgsqlDbType.Text);
        copy.Write(row.Company.LastSeenAt, NpgsqlDbType.TimestampTz);
        copy.Write(row.CreatedAt, NpgsqlDbType.TimestampTz);
        copy.Write(row.CreatedAt, NpgsqlDbType.TimestampTz);
    }

    private void WriteKeys(NpgsqlBinaryImporter copy, SeedRows row)
    {
        WriteKey(copy, row, scope.DomainSeq, row.Company.Domain, row.DomainHash);
        WriteKey(copy, row, scope.CrmIdSeq, row.Company.CrmId, row.CrmIdHash);
    }

    private void WriteKey(NpgsqlBinaryImporter copy, SeedRows row, int definitionSeq, string value, byte[] hash)
    {
        copy.StartRow();
        copy.Write(row.Seq, NpgsqlDbType.Bigint);
        copy.Write(definitionSeq, NpgsqlDbType.Integer);
        copy.Write(scope.EnvironmentSeq, NpgsqlDbType.Integer);
        copy.Write(value, NpgsqlDbType.Text);
        copy.Write(hash, NpgsqlDbType.Bytea);
        copy.Write(row.CreatedAt, NpgsqlDbType.TimestampTz);
        copy.Write(row.CreatedAt, NpgsqlDbType.TimestampTz);
    }

    private void WriteSearch(NpgsqlBinaryImporter copy, SeedRows row)
    {
        copy.StartRow();
        copy.Write(row.Seq, NpgsqlDbType.Bigint);
        copy.Write(scope.EnvironmentSeq, NpgsqlDbType.Integer);
        copy.Write((int)EntityType.Company, NpgsqlDbType.Integer);
        copy.Write(row.SearchDocument, NpgsqlDbType.Text);
    }
}
