using System.Buffers;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>
/// Writes a backup: lines of JSON, compressed with gzip. The file has its name only once it is whole and on the disk.
/// </summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private const int FlushBytes = 64 * 1024;

    // A backup holds hashes of passwords and keys, and what customers are called.
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly GZipStream _compressed;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private readonly Utf8JsonWriter _json;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _rows;
    private long _rowsOfTable;

    /// <exception cref="CommandRefusedException">There is a file of that name already.</exception>
    public BackupWriter(string path)
    {
        _path = Path.GetFullPath(path);
        if (Path.Exists(_path))
            throw new CommandRefusedException($"{_path} exists already. Name a file that does not.");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        _file = new FileStream(PartialPath, options);
        _compressed = new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true);
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = BackupLine.Json.Encoder });
    }

    private string PartialPath => $"{_path}.partial";

    public Task BeginAsync(IReadOnlyList<string> migrations, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(
            new BackupLine
            {
                Format = BackupLine.FormatName,
                Version = BackupLine.FormatVersion,
                Program = typeof(BackupWriter).Assembly.GetName().Version!.ToString(3),
                CreatedAt = now,
                Migrations = migrations,
            },
            cancellationToken
        );

    public Task BeginTableAsync(BackupTable table, CancellationToken cancellationToken)
    {
        _rowsOfTable = 0;
        return WriteAsync(new BackupLine { Table = table }, cancellationToken);
    }

    /// <summary>Writes the row that <paramref name="row"/> stands on; its columns are those of the table.</summary>
    public async Task WriteRowAsync(
        BackupTable table,
        DbDataReader row,
        SqlDialect dialect,
        CancellationToken cancellationToken
    )
    {
        _json.WriteStartArray();
        for (var i = 0; i < table.Columns.Count; i++)
            WriteValue(table.Columns[i].Kind, row, i, dialect);
        _json.WriteEndArray();
        EndLine();
        _rows++;
        _rowsOfTable++;
        if (_buffer.WrittenCount >= FlushBytes)
            await FlushAsync(cancellationToken);
    }

    /// <param name="counter">Null if the table has no counter.</param>
    public Task EndTableAsync(BackupTable table, long? counter, CancellationToken cancellationToken) =>
        WriteAsync(
            new BackupLine
            {
                End = table.Name,
                Rows = _rowsOfTable,
                Counter = counter,
            },
            cancellationToken
        );

    /// <returns>How many rows and how many bytes were written.</returns>
    public async Task<(long Rows, long Bytes)> EndAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var sum = Convert.ToHexString(_hash.GetHashAndReset());
        var last = new BackupLine
        {
            End = BackupLine.FormatName,
            Rows = _rows,
            Sha256 = sum,
        };
        await WriteAsync(last, cancellationToken);
        await FlushAsync(cancellationToken);
        await _compressed.DisposeAsync();
        await _file.FlushAsync(cancellationToken);
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        var bytes = _file.Length;
        await _file.DisposeAsync();
        File.Move(PartialPath, _path, overwrite: false);
        return (_rows, bytes);
    }

    /// <summary>Leaves no file behind if the backup was not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        _hash.Dispose();
        await _file.DisposeAsync();
        File.Delete(PartialPath);
    }

    private async Task WriteAsync(BackupLine line, CancellationToken cancellationToken)
    {
        JsonSerializer.Serialize(_json, line, BackupLine.Json);
        EndLine();
        if (_buffer.WrittenCount >= FlushBytes)
            await FlushAsync(cancellationToken);
    }

    private void WriteValue(ColumnKind kind, DbDataReader row, int column, SqlDialect dialect)
    {
        if (row.IsDBNull(column))
        {
            _json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case ColumnKind.Bool:
                _json.WriteBooleanValue(row.GetBoolean(column));
                break;
            case ColumnKind.Int16:
                _json.WriteNumberValue(row.GetInt16(column));
                break;
            case ColumnKind.Int32:
                _json.WriteNumberValue(row.GetInt32(column));
                break;
            case ColumnKind.Int64:
                _json.WriteNumberValue(row.GetInt64(column));
                break;
            case ColumnKind.Text:
                _json.WriteStringValue(row.GetString(column));
                break;
            case ColumnKind.Bytes:
                _json.WriteBase64StringValue(row.GetFieldValue<byte[]>(column));
                break;
            case ColumnKind.Time:
                _json.WriteNumberValue(SqlDialect.ToMicroseconds(dialect.ReadTime(row, column)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await _compressed.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }
}
