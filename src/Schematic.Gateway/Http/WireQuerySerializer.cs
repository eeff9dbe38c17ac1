using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using RestEase;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>
/// Writes a query record as parameters of the query string: one per property under its wire name, lists as repeated
/// parameters, maps as <c>name[key]=value</c>. Null properties are left out.
/// </summary>
internal sealed class WireQuerySerializer : RequestQueryParamSerializer
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Shapes = new();
    private static readonly ConcurrentDictionary<Type, Func<object, string>> EnumNames = new();

    public override IEnumerable<KeyValuePair<string, string?>> SerializeQueryParam<T>(
        string name,
        T value,
        RequestQueryParamSerializerInfo info
    ) => value is null ? [] : Spread(value);

    public override IEnumerable<KeyValuePair<string, string?>> SerializeQueryCollectionParam<T>(
        string name,
        IEnumerable<T> values,
        RequestQueryParamSerializerInfo info
    ) => values.SelectMany(value => Pairs(name, value));

    /// <summary>The parameters of a query record, in the order of its properties.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Spread(object query) =>
        Shapes
            .GetOrAdd(query.GetType(), GetShape)
            .SelectMany(member => Pairs(member.Name, member.Property.GetValue(query)));

    private static (string Name, PropertyInfo Property)[] GetShape(Type type) =>
        [.. type.GetProperties().Select(static property => (WireJson.Naming.ConvertName(property.Name), property))];

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(string name, object? value) =>
        value switch
        {
            null => [],
            IReadOnlyDictionary<string, string> map => map.Select(pair => new KeyValuePair<string, string?>(
                $"{name}[{pair.Key}]",
                pair.Value
            )),
            string text => [new(name, text)],
            IEnumerable list => list.Cast<object?>().SelectMany(item => Pairs(name, item)),
            bool flag => [new(name, flag ? "true" : "false")],
            Enum member => [new(name, EnumNames.GetOrAdd(member.GetType(), GetWireName)(member))],
            DateTimeOffset time => [new(name, WireTime.ToWire(time))],
            IFormattable number => [new(name, number.ToString(null, CultureInfo.InvariantCulture))],
            _ => throw new NotSupportedException($"{value.GetType()} has no form in a query string."),
        };

    private static Func<object, string> GetWireName(Type type) =>
        typeof(WireQuerySerializer)
            .GetMethod(nameof(WireNameOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<object, string>>();

    private static string WireNameOf<T>(object value)
        where T : struct, Enum => WireEnum<T>.ToWire((T)value);
}
