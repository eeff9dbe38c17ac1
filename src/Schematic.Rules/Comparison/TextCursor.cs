namespace Schematic.Rules.Comparison;

/// <summary>Reads a text from left to right without copying it. A failed read consumes nothing.</summary>
internal ref struct TextCursor(ReadOnlySpan<char> text)
{
    private const int TickDigits = 7;

    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public bool Skip(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected)
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Reads exactly <paramref name="count"/> ASCII digits.</summary>
    public bool Digits(int count, out int value)
    {
        value = 0;
        if (_rest.Length < count)
            return false;
        foreach (var digit in _rest[..count])
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = (value * 10) + (digit - '0');
        }

        _rest = _rest[count..];
        return true;
    }

    /// <summary>Reads the digits after a decimal point, at least one, as ticks of 100 ns.</summary>
    public bool Fraction(out long ticks)
    {
        ticks = 0;
        var length = 0;
        while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
            length++;
        for (var i = 0; i < TickDigits; i++)
            ticks = (ticks * 10) + (i < length ? _rest[i] - '0' : 0);
        _rest = _rest[length..];
        return length > 0;
    }

    /// <summary>Reads one of the names, in any case.</summary>
    public bool OneOf(string[] names, out int index)
    {
        for (index = 0; index < names.Length; index++)
        {
            if (!_rest.StartsWith(names[index], StringComparison.OrdinalIgnoreCase))
                continue;
            _rest = _rest[names[index].Length..];
            return true;
        }

        return false;
    }

    /// <summary>Reads a text in parentheses that reaches to the end.</summary>
    public bool Parenthesis()
    {
        if (_rest.Length < 2 || _rest[0] != '(' || _rest[^1] != ')')
            return false;
        _rest = [];
        return true;
    }
}
