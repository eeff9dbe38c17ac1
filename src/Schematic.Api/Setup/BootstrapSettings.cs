using Schematic.Api.Members;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Setup;

/// <summary>Settings that fill an empty store at its first start.</summary>
internal sealed record BootstrapSettings
{
    /// <summary>The name, in place of a type of environment, of the key that belongs to none.</summary>
    public const string Account = "account";

    private const string Section = "Bootstrap";
    private const int MinSecretLength = 12;

    public string? AdminEmail { get; private init; }

    public string? AdminPassword { get; private init; }

    /// <summary>The secret of an account-wide key; null for none.</summary>
    public string? AccountKey { get; private init; }

    /// <summary>Secrets by the type of the environment that each one belongs to.</summary>
    public required IReadOnlyDictionary<EnvironmentType, string> ApiKeys { get; init; }

    public bool SampleData { get; private init; }

    /// <summary>The settings that ask for something, by their keys; never their values.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public static BootstrapSettings Read(IConfiguration configuration, List<string> errors)
    {
        var section = configuration.GetSection(Section);
        CheckAdmin(section[nameof(AdminEmail)], section[nameof(AdminPassword)], errors);
        var keys = ReadKeys(section.GetSection(nameof(ApiKeys)), errors);
        var sample = section[nameof(SampleData)];
        if (sample is not (null or "") && !bool.TryParse(sample, out _))
            errors.Add($"Bootstrap:SampleData is \"{sample}\"; it must be true or false.");
        return new BootstrapSettings
        {
            AdminEmail = section[nameof(AdminEmail)],
            AdminPassword = section[nameof(AdminPassword)],
            AccountKey = keys.GetValueOrDefault(Account),
            ApiKeys = Enum.GetValues<EnvironmentType>()
                .Where(type => keys.ContainsKey(WireEnum<EnvironmentType>.ToWire(type)))
                .ToDictionary(type => type, type => keys[WireEnum<EnvironmentType>.ToWire(type)]),
            SampleData = bool.TryParse(sample, out var wanted) && wanted,
            Names = [.. section.AsEnumerable().Where(AsksForSomething).Select(static setting => setting.Key).Order()],
        };
    }

    private static bool AsksForSomething(KeyValuePair<string, string?> setting) =>
        !string.IsNullOrEmpty(setting.Value)
        && !(
            setting.Key.EndsWith($":{nameof(SampleData)}", StringComparison.OrdinalIgnoreCase)
            && bool.TryParse(setting.Value, out var wanted)
            && !wanted
        );

    private static void CheckAdmin(string? email, string? password, List<string> errors)
    {
        if (string.IsNullOrEmpty(email) != string.IsNullOrEmpty(password))
            errors.Add(
                $"Bootstrap:{(string.IsNullOrEmpty(email) ? nameof(AdminEmail) : nameof(AdminPassword))} is missing: give both or neither."
            );
        if (
            !string.IsNullOrEmpty(email)
            && !(email.Trim() is [not '@', .., not '@'] && email.Contains('@', StringComparison.Ordinal))
        )
            errors.Add($"Bootstrap:AdminEmail is \"{email}\", which is not an email address.");
        if (password is { Length: > 0 and < MemberStore.MinPasswordLength })
            errors.Add($"Bootstrap:AdminPassword must have at least {MemberStore.MinPasswordLength} characters.");
    }

    /// <returns>Secrets by the wire name of a type of environment, or by <see cref="Account"/>.</returns>
    private static Dictionary<string, string> ReadKeys(IConfigurationSection section, List<string> errors)
    {
        var keys = new Dictionary<string, string>();
        foreach (var key in section.GetChildren())
        {
            var name = key.Key.ToLowerInvariant();
            if (name != Account && !WireEnum<EnvironmentType>.TryParse(name, out _))
                errors.Add(
                    $"Bootstrap:ApiKeys:{key.Key} names no type of environment; it must be one of {string.Join(", ", WireEnum<EnvironmentType>.WireNames)}, or {Account} for a key of all environments."
                );
            else if (key.Value is not { Length: >= MinSecretLength } secret || secret.Any(char.IsWhiteSpace))
                errors.Add(
                    $"Bootstrap:ApiKeys:{key.Key} must be a secret of at least {MinSecretLength} characters without spaces."
                );
            else
                keys[name] = secret;
        }

        if (keys.Values.Distinct(StringComparer.Ordinal).Count() < keys.Count)
            errors.Add("Bootstrap:ApiKeys gives two keys the same secret. Give each its own.");
        return keys;
    }
}
