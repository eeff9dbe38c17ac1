using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Schematic.Api.Persistence.Sql;

/// <summary>
/// SQL written as an interpolated string: every hole becomes a parameter, a list a parenthesised row of parameters,
/// a <see cref="SqlArray"/> one parameter, a <see cref="SqlText"/> is spliced in, and only <see cref="SqlLiteral"/>
/// goes in as it is.
/// </summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<object?> _values = [];
    private string? _whole;

    public SqlText() { }

    public SqlText(Handler sql) => Take(sql);

    private SqlText(string whole, IEnumerable<object?> values)
    {
        _whole = whole;
        _values.AddRange(values.Select(ToStored));
    }

    /// <summary>Values of the parameters, in the order in which they appear.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>The same text with other values, one for each of its parameters; written once, however often.</summary>
    public SqlText With(IEnumerable<object?> values) => new(ToString(), values);

    public SqlText Append(Handler sql)
    {
        Take(sql);
        return this;
    }

    /// <summary>
    /// Gives <paramref name="command"/> this text and its parameters, replacing those of an earlier run.
    /// </summary>
    public void ApplyTo(DbCommand command, SqlDialect dialect)
    {
        command.CommandText = ToString();
        command.Parameters.Clear();
        for (var i = 0; i < _values.Count; i++)
            command.Parameters.Add(dialect.Parameter(Name(i), _values[i]));
    }

    public override string ToString() => _whole ??= _text.ToString();

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    private void Take(Handler sql)
    {
        _whole = null;
        foreach (var part in sql.Parts)
            Add(part);
    }

    private void Add(Handler.Part part)
    {
        switch (part)
        {
            case { IsText: true, Value: string text }:
                _text.Append(text);
                break;
            case { Value: SqlLiteral literal }:
                _text.Append(literal.Text);
                break;
            case { Value: SqlText other }:
                Splice(other);
                break;
            case { Value: IEnumerable list and not string and not byte[] }:
                _text.Append('(');
                var first = true;
                foreach (var item in list)
                {
                    if (!first)
                        _text.Append(", ");
                    first = false;
                    AddValue(item);
                }

                _text.Append(')');
                break;
            default:
                AddValue(part.Value);
                break;
        }
    }

    private void AddValue(object? value)
    {
        _text.Append(Name(_values.Count));
        _values.Add(ToStored(value));
    }

    private static object? ToStored(object? value) =>
        value is Enum member ? Convert.ToInt32(member, CultureInfo.InvariantCulture) : value;

    // The other text numbers its parameters from 0: read it again piece by piece.
    private void Splice(SqlText other)
    {
        var text = other.ToString();
        var position = 0;
        for (var i = 0; i < other._values.Count; i++)
        {
            var name = Name(i);
            var at = text.IndexOf(name, position, StringComparison.Ordinal);
            _text.Append(text, position, at - position);
            AddValue(other._values[i]);
            position = at + name.Length;
        }

        _text.Append(text, position, text.Length - position);
    }

    [InterpolatedStringHandler]
    internal sealed class Handler
    {
        public Handler(int literalLength, int formattedCount) => Parts = new List<Part>((formattedCount * 2) + 1);

        public List<Part> Parts { get; }

        public void AppendLiteral(string text) => Parts.Add(new Part(true, text));

        public void AppendFormatted<T>(T value) => Parts.Add(new Part(false, value));

        internal readonly record struct Part(bool IsText, object? Value);
    }
}

/// <summary>A piece of SQL that the code itself wrote: a column name, a direction, never input.</summary>
internal readonly record struct SqlLiteral(string Text);
