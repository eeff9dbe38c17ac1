using RestEase;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Users;

/// <summary>Users and their traits.</summary>
public interface IUsersGateway
{
    [Get("users")]
    Task<Envelope<IReadOnlyList<UserDetailResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] UsersQuery query,
        CancellationToken cancellationToken
    );

    [Get("users/count")]
    Task<Envelope<CountResponse>> CountAsync(
        [Query(QuerySerializationMethod.Serialized)] UsersQuery query,
        CancellationToken cancellationToken
    );

    [Get("users/{id}")]
    Task<Envelope<UserDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    [Get("users/lookup")]
    Task<Envelope<UserDetailResponseData>> LookupAsync(
        [Query(QuerySerializationMethod.Serialized)] KeysQuery query,
        CancellationToken cancellationToken
    );

    [Post("users")]
    Task<Envelope<UserDetailResponseData>> UpsertAsync(
        [Body] UpsertUserRequestBody body,
        CancellationToken cancellationToken
    );

    [Post("users/create")]
    Task<Envelope<UserDetailResponseData>> CreateAsync(
        [Body] UpsertUserRequestBody body,
        CancellationToken cancellationToken
    );

    [Delete("users/{id}")]
    Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

    [Post("users/delete")]
    Task<Envelope<UserResponseData>> DeleteByKeysAsync(
        [Body] KeysRequestBody body,
        CancellationToken cancellationToken
    );

    [Post("user-traits")]
    Task<Envelope<UserDetailResponseData>> UpsertTraitAsync(
        [Body] UpsertTraitRequestBody body,
        CancellationToken cancellationToken
    );
}
