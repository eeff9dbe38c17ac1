namespace Schematic.Api.Persistence.Sql;

/// <summary>
/// Rows of values under the names of columns, for a statement that works on any number of them with the same text.
/// </summary>
internal sealed class SqlRows(params IReadOnlyList<string> columns)
{
    private readonly List<object?[]> _rows = [];
    private readonly Dictionary<string, Type> _types = [];

    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>Says the type of a column that may hold nothing but null, which does not tell.</summary>
    public SqlRows WithType<T>(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            _types[column] = typeof(T);
        return this;
    }

    /// <param name="values">One for each column; those of a column are of one type, or null.</param>
    public void Add(params object?[] values) => _rows.Add(values);

    /// <summary>The values of one column, as an array of their type.</summary>
    public Array Column(int index)
    {
        var type =
            _rows.Select(row => row[index]?.GetType()).FirstOrDefault(static type => type is not null)
            ?? _types.GetValueOrDefault(Columns[index], typeof(string));
        if (type.IsValueType && _rows.Exists(row => row[index] is null))
            type = typeof(Nullable<>).MakeGenericType(type);
        var values = Array.CreateInstance(type, _rows.Count);
        for (var row = 0; row < _rows.Count; row++)
            values.SetValue(_rows[row][index], row);
        return values;
    }
}

/// <summary>Values that are one parameter together, not a parameter each.</summary>
internal readonly record struct SqlArray(Array Values)
{
    public static SqlArray Of<T>(IEnumerable<T> values) => new(values.ToArray());
}
