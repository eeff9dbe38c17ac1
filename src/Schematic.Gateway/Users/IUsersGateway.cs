using RestEase;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Users;

namespace Schematic.Gateway.Users
{
    /// <summary>Users and their traits.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IUsersGateway
    {
        /// <summary>Lists users.</summary>
        [Get("users")]
        Task<Envelope<IReadOnlyList<UserDetailResponseData>>> ListAsync(
            [Query] UsersQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the users that the query matches.</summary>
        [Get("users/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] UsersQuery query, CancellationToken cancellationToken);

        /// <summary>Gets one user.</summary>
        [Get("users/{id}")]
        Task<Envelope<UserDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Gets the user that has these keys.</summary>
        [Get("users/lookup")]
        Task<Envelope<UserDetailResponseData>> LookupAsync(
            [Query] KeysQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Creates the user that has these keys, or updates it if it exists.</summary>
        [Post("users")]
        Task<Envelope<UserDetailResponseData>> UpsertAsync(
            [Body] UpsertUserRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Creates a user; refused if one of its keys is taken.</summary>
        [Post("users/create")]
        Task<Envelope<UserDetailResponseData>> CreateAsync(
            [Body] UpsertUserRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a user and its memberships.</summary>
        [Delete("users/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Deletes the user that has these keys, and its memberships.</summary>
        [Post("users/delete")]
        Task<Envelope<UserResponseData>> DeleteByKeysAsync(
            [Body] KeysRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Sets or increments one trait of a user.</summary>
        [Post("user-traits")]
        Task<Envelope<UserDetailResponseData>> UpsertTraitAsync(
            [Body] UpsertTraitRequestBody body,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IUsersGateway"/>
        public IUsersGateway Users => For<IUsersGateway>();
    }
}
