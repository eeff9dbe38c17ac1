using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Wire values: api_key, app_user, stripe_app, system, temporary_access_token. <c>Unknown</c> is a value a newer server sent.</summary>
public enum ActorType
{
    Unknown = 0,

    [JsonStringEnumMemberName("api_key")]
    ApiKey,

    [JsonStringEnumMemberName("app_user")]
    AppUser,

    [JsonStringEnumMemberName("stripe_app")]
    StripeApp,

    [JsonStringEnumMemberName("system")]
    System,

    [JsonStringEnumMemberName("temporary_access_token")]
    TemporaryAccessToken,
}
