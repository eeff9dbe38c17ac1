using Schematic.Contracts.Members;

namespace Schematic.Api.Authentication;

/// <summary>
/// Access that an operation requires of its caller; <see cref="Admin"/> unless it says otherwise.
/// </summary>
internal enum Access
{
    /// <summary>No key at all: health, the API description.</summary>
    Open,

    /// <summary>Any secret key.</summary>
    Any,

    /// <summary>Any key, also a publishable one: the hot path, with a limit of its own.</summary>
    Check,

    /// <summary>
    /// Any key, also a publishable one, to send events: the hot path. What a key may not send is stored as failed.
    /// </summary>
    Capture,

    /// <summary>As <see cref="Capture"/>; the keys may also be inside the body, one for each event.</summary>
    CaptureForm,

    /// <summary>A key with the scope <c>read</c>.</summary>
    Read,

    /// <summary>A key with the scope <c>write</c> that is not read-only.</summary>
    Write,

    /// <summary>A key with the scope <c>admin</c> that is not read-only.</summary>
    Admin,

    /// <summary>The console's own key.</summary>
    Console,
}

/// <summary>Endpoint metadata: who may call, and whether the operation speaks of one environment.</summary>
/// <param name="Permission">
/// Asked of a member who calls through the console; null leaves changes to admins, and reading to all.
/// </param>
internal sealed record AccessRule(Access Access, bool NeedsEnvironment, AccountMemberPermission? Permission = null);

/// <summary>Endpoint metadata: the operation changes nothing, whatever its method and its access say.</summary>
internal sealed record OnlyReadsMetadata;

internal static class AccessExtensions
{
    public static T OnlyReads<T>(this T builder)
        where T : IEndpointConventionBuilder => builder.WithMetadata(new OnlyReadsMetadata());

    /// <summary>Whether applications call it all the time: with a limit of its own, and publishable keys.</summary>
    public static bool IsHot(this Access access) => access is Access.Check or Access.Capture or Access.CaptureForm;

    /// <summary>For an operation on what the account shares; see <c>InEnvironment</c> for all others.</summary>
    /// <param name="permission">Asked of members where applications need none, as to send events.</param>
    public static T InAccount<T>(this T builder, Access access, AccountMemberPermission? permission = null)
        where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(access, NeedsEnvironment: false, permission));

    /// <summary>For a change of what the account shares, by whoever may write.</summary>
    public static T InAccount<T>(this T builder, AccountMemberPermission permission)
        where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(Access.Write, NeedsEnvironment: false, permission));

    /// <summary>For a change of what one environment holds, by whoever may write.</summary>
    public static T InEnvironment<T>(this T builder, AccountMemberPermission permission)
        where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(Access.Write, NeedsEnvironment: true, permission));

    /// <summary>For an operation on what one environment holds.</summary>
    /// <param name="permission">Asked of members where applications need none, as to send events.</param>
    public static T InEnvironment<T>(this T builder, Access access, AccountMemberPermission? permission = null)
        where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(access, NeedsEnvironment: true, permission));
}
