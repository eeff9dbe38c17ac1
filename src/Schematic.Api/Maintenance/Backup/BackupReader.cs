using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>Does something with a backup while it is read from its beginning to its end.</summary>
internal interface IBackupVisitor
{
    Task BeginAsync(BackupLine header, CancellationToken cancellationToken);

    Task BeginTableAsync(BackupTable table, CancellationToken cancellationToken);

    /// <param name="values">One for each column: a bool, a whole number, a text, bytes, a time, or null.</param>
    Task AddRowAsync(object?[] values, CancellationToken cancellationToken);

    /// <param name="counter">The last number of the table's counter; null if it has none.</param>
    Task EndTableAsync(BackupTable table, long? counter, CancellationToken cancellationToken);
}

/// <summary>Reads a backup row by row, and holds it to its own counts and its own sum.</summary>
internal sealed class BackupReader : IDisposable
{
    // Of the longest row: far above all limits of the API.
    private const int MaxLineBytes = 64 * 1024 * 1024;

    private readonly string _path;
    private readonly IBackupVisitor _visitor;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private BackupTable? _table;
    private bool _hasBegun;
    private bool _hasEnded;
    private long _rows;
    private long _rowsOfTable;

    private BackupReader(string path, IBackupVisitor visitor)
    {
        _path = path;
        _visitor = visitor;
    }

    /// <summary>Once it returns, the whole file was read and is as it was written.</summary>
    /// <returns>How many rows there are.</returns>
    /// <exception cref="CommandRefusedException">The file is none of ours, damaged or not whole.</exception>
    public static async Task<long> ReadAsync(string path, IBackupVisitor visitor, CancellationToken cancellationToken)
    {
        using var reader = new BackupReader(path, visitor);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, true);
            await using var text = new GZipStream(file, CompressionMode.Decompress);
            await reader.ReadAsync(PipeReader.Create(text), cancellationToken);
            return reader._rows;
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException or FormatException)
        {
            throw reader._hasBegun ? reader.Damaged(damage.Message, damage) : reader.NotOurs(damage);
        }
    }

    public void Dispose() => _hash.Dispose();

    private async Task ReadAsync(PipeReader text, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await text.ReadAsync(cancellationToken);
            var rest = result.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                await ReadLineAsync(rest.Slice(0, rest.GetPosition(1, end)), cancellationToken);
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (rest.Length > MaxLineBytes)
                throw new InvalidDataException("A line is too long.");
            text.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted)
                break;
        }

        await text.CompleteAsync();
        if (!_hasEnded)
            throw new CommandRefusedException(
                $"{_path} is not whole: its end is missing. Take another backup, or copy this one again."
            );
    }

    private async Task ReadLineAsync(ReadOnlySequence<byte> line, CancellationToken cancellationToken)
    {
        if (_hasEnded)
            throw new InvalidDataException("Something follows its end.");
        if (_table is { } table && line.FirstSpan[0] == (byte)'[')
        {
            AddToHash(line);
            _rows++;
            _rowsOfTable++;
            await _visitor.AddRowAsync(ReadRow(table, line), cancellationToken);
            return;
        }

        await TakeAsync(ReadOther(line), line, cancellationToken);
    }

    private async Task TakeAsync(BackupLine other, ReadOnlySequence<byte> line, CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            RequireOurs(other);
            _hasBegun = true;
            AddToHash(line);
            await _visitor.BeginAsync(other, cancellationToken);
        }
        else if (other.Table is { } next && _table is null)
        {
            (_table, _rowsOfTable) = (Checked(next), 0);
            AddToHash(line);
            await _visitor.BeginTableAsync(next, cancellationToken);
        }
        else if (_table is { } table && other.End == table.Name && other.Rows == _rowsOfTable)
        {
            _table = null;
            AddToHash(line);
            await _visitor.EndTableAsync(table, other.Counter, cancellationToken);
        }
        else if (_table is null && other.End == BackupLine.FormatName && other.Rows == _rows)
        {
            if (other.Sha256 != Convert.ToHexString(_hash.GetHashAndReset()))
                throw new InvalidDataException("Its sum is not that of its contents.");
            _hasEnded = true;
        }
        else
        {
            throw new InvalidDataException("Lines are missing.");
        }
    }

    private void RequireOurs(BackupLine header)
    {
        if (header.Format != BackupLine.FormatName || header.Migrations is null or [])
            throw NotOurs(null);
        if (header.Version != BackupLine.FormatVersion)
            throw new CommandRefusedException(
                $"{_path} was made by a newer version ({header.Program}). Restore it with that version or a later one."
            );
    }

    private void AddToHash(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
            _hash.AppendData(part.Span);
    }

    // Names become part of SQL.
    private static BackupTable Checked(BackupTable table) =>
        table.Columns.Select(static column => column.Name).Append(table.Name).All(IsName) && table.Columns.Count > 0
            ? table
            : throw new InvalidDataException("A table or a column has no possible name.");

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(static letter => letter is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static BackupLine ReadOther(ReadOnlySequence<byte> line)
    {
        var json = new Utf8JsonReader(line);
        return JsonSerializer.Deserialize<BackupLine>(ref json, BackupLine.Json)
            ?? throw new InvalidDataException("A line says nothing.");
    }

    private static object?[] ReadRow(BackupTable table, ReadOnlySequence<byte> line)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        var values = new object?[table.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            json.Read();
            values[i] = json.TokenType == JsonTokenType.Null ? null : ReadValue(ref json, table.Columns[i].Kind);
        }

        json.Read();
        return json.TokenType == JsonTokenType.EndArray
            ? values
            : throw new InvalidDataException($"A row of {table.Name} has too many columns.");
    }

    private static object ReadValue(ref Utf8JsonReader json, ColumnKind kind)
    {
        try
        {
            return kind switch
            {
                ColumnKind.Bool => json.GetBoolean(),
                ColumnKind.Int16 => json.GetInt16(),
                ColumnKind.Int32 => json.GetInt32(),
                ColumnKind.Int64 => json.GetInt64(),
                ColumnKind.Text => json.GetString()!,
                ColumnKind.Bytes => json.GetBytesFromBase64(),
                ColumnKind.Time => SqlDialect.FromMicroseconds(json.GetInt64()),
                _ => throw new InvalidDataException($"There is no kind of column {kind}."),
            };
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"A value is no {kind}.", wrong);
        }
    }

    private CommandRefusedException NotOurs(Exception? inner) =>
        new($"{_path} is not a backup that this program has made.", inner);

    private CommandRefusedException Damaged(string how, Exception inner) =>
        new($"{_path} is damaged ({how}). Take another backup, or copy this one again.", inner);
}
