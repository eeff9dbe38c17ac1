using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// Holds a contract to its annotations, and every text without one to <see cref="TextSafety.MaxLength"/>;
/// the first violation is a 400 that names the field.
/// </summary>
internal static class ContractValidator
{
    private static readonly ConcurrentDictionary<Type, Member[]> Shapes = new();

    public static void Validate(object? contract) => Validate(contract!, "");

    /// <param name="path">What stands before the names of this contract's members: <c>rules[0].</c></param>
    private static void Validate(object contract, string path)
    {
        foreach (var member in Shapes.GetOrAdd(contract.GetType(), Members))
            member.Validate(contract, path);
    }

    private static Member[] Members(Type type) =>
        [
            .. type.GetProperties()
                .Where(static property => !property.IsDefined(typeof(JsonExtensionDataAttribute)))
                .Select(property => new Member(property)),
        ];

    private static bool IsContract(Type type) => type.IsClass && type.Assembly == typeof(WireJson).Assembly;

    private sealed class Member(PropertyInfo property)
    {
        private readonly string _name = WireJson.Naming.ConvertName(property.Name);
        private readonly ValidationAttribute[] _rules = [.. property.GetCustomAttributes<ValidationAttribute>()];
        private readonly PropertyInfo? _optionalValue =
            property.PropertyType.IsGenericType
            && property.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>)
                ? property.PropertyType.GetProperty(nameof(Optional<>.Value))
                : null;

        private readonly bool _isContract = IsContract(property.PropertyType);
        private readonly bool _isListOfContracts =
            property.PropertyType.IsGenericType && IsContract(property.PropertyType.GetGenericArguments()[^1]);

        public void Validate(object contract, string path)
        {
            var value = property.GetValue(contract);
            if (_optionalValue is not null)
                value = _optionalValue.GetValue(value);
            if (value is null)
                return;
            foreach (var rule in _rules)
            {
                if (!IsKept(rule, value))
                    throw ApiProblem.BadRequest(Sentence(rule, path + _name), path + _name);
            }

            if (_isContract)
                ContractValidator.Validate(value, $"{path}{_name}.");
            else if (_isListOfContracts && value is IEnumerable<object?> contracts)
                ValidateEach(contracts, path + _name);
            else if (!_rules.OfType<StringLengthAttribute>().Any())
                CheckLength(value, path + _name);
        }

        private static void ValidateEach(IEnumerable<object?> contracts, string name)
        {
            var index = 0;
            foreach (var item in contracts)
            {
                var place = FieldPath.Item(name, index++);
                ContractValidator.Validate(
                    item ?? throw ApiProblem.BadRequest($"{name} holds null where an object is needed.", place),
                    $"{place}."
                );
            }
        }

        private static void CheckLength(object value, string name)
        {
            switch (value)
            {
                case string text when TextLength.IsOver(text, TextSafety.MaxLength):
                    throw ApiProblem.BadRequest($"{name} is longer than {TextSafety.MaxLength} characters.", name);
                case IReadOnlyDictionary<string, string> map:
                    CheckMap(map, name, name);
                    break;
                case IReadOnlyDictionary<string, double> map:
                    foreach (var key in map.Keys)
                    {
                        if (Wrong(key) is { } wrong)
                            throw ApiProblem.BadRequest($"{name} holds {wrong}.", name);
                    }

                    break;
                case IEnumerable<string?> list:
                    CheckList(list, name);
                    break;
                case IEnumerable<IReadOnlyDictionary<string, string>?> maps:
                    var index = 0;
                    foreach (var map in maps)
                    {
                        var place = FieldPath.Item(name, index++);
                        CheckMap(
                            map ?? throw ApiProblem.BadRequest($"{name} holds null where an object is needed.", place),
                            name,
                            place
                        );
                    }

                    break;
                default:
                    break;
            }
        }

        private static void CheckMap(IReadOnlyDictionary<string, string> map, string name, string place)
        {
            foreach (var (key, item) in map)
            {
                if (Wrong(key) is { } wrongKey)
                    throw ApiProblem.BadRequest($"{name} holds {wrongKey}.", place);
                if (Wrong(item) is { } wrong)
                    throw ApiProblem.BadRequest($"{name} holds {wrong}.", FieldPath.Entry(place, key));
            }
        }

        private static void CheckList(IEnumerable<string?> list, string name)
        {
            var index = 0;
            foreach (var item in list)
            {
                if (Wrong(item) is { } wrong)
                    throw ApiProblem.BadRequest($"{name} holds {wrong}.", FieldPath.Item(name, index));
                index++;
            }
        }

        // Annotations of nullability do not reach inside collections: the reader lets a null item through.
        private static string? Wrong(string? item) =>
            item is null ? "null where a string is needed"
            : TextLength.IsOver(item, TextSafety.MaxLength) ? $"a text longer than {TextSafety.MaxLength} characters"
            : null;

        private static bool IsKept(ValidationAttribute rule, object value) =>
            (rule, value) switch
            {
                (StringLengthAttribute length, string text) => text.Length >= length.MinimumLength
                    && !TextLength.IsOver(text, length.MaximumLength),
                // The attribute itself turns numbers into the type of its bounds, and fails where they do not fit.
                (RangeAttribute { OperandType: var type } range, long number) when type == typeof(int) => number
                    >= (int)range.Minimum
                    && number <= (int)range.Maximum,
                _ => rule.IsValid(value),
            };

        private static string Sentence(ValidationAttribute rule, string name) =>
            rule switch
            {
                StringLengthAttribute { MinimumLength: > 0 } length =>
                    $"{name} must have {length.MinimumLength} to {length.MaximumLength} characters.",
                StringLengthAttribute length => $"{name} must have at most {length.MaximumLength} characters.",
                MinLengthAttribute length => $"{name} must have at least {length.Length} entries.",
                MaxLengthAttribute length => $"{name} must have at most {length.Length} entries.",
                RangeAttribute { Maximum: >= (double)long.MaxValue, Minimum: > 0d and var least } =>
                    $"{name} must be at least {least}.",
                RangeAttribute { Maximum: >= (double)long.MaxValue } => $"{name} must not be negative.",
                RangeAttribute range => $"{name} must be between {range.Minimum} and {range.Maximum}.",
                EmailAddressAttribute => $"{name} must be an email address.",
                _ => rule.FormatErrorMessage(name),
            };
    }
}
